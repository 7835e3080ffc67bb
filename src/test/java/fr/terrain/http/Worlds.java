package fr.terrain.http;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.TestClock;
import fr.terrain.account.AccountRepository;
import fr.terrain.convention.ConventionIssuer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A small world of its own for a call: a site, who grants it, who asks for it, their request in some state, and whatever else has an address. */
@ApplicationScoped
class Worlds {
    static final LocalDate START = TestClock.today().plusDays(60);

    private static final String PERSON = """
            insert into account (subject, name, email) values (:subject, 'Personne inventée', 'personne@example.org') returning id
            """;
    private static final String AGREED = """
            update booking set fee_amount = 75.00, fee_detail = cast('[{"label": "Occupation", "unit": "DAY", "quantity": 6, "unitPrice": 12.50,
              "minimum": 0, "amount": 75.00, "grid": "Grille de test", "deliberation": "TEST-2026-001", "deliberationDate": "2026-01-15"}]' as jsonb),
              economic_nature = 'NO', award_route = 'PUBLICITY', award_reason = 'Avis publié du 1er au 15 février 2027.', officer_id = :keeper
             where id = :id
            """;
    private static final String PROJECT = """
            update project set purpose = 'Mesurer la houle.', protocol = 'Une bouée, un relevé par minute.', people = 3
             where id = (select project_id from booking where id = :id)
            """;
    private static final String STATUS = """
            update booking set status = :status, submitted_at = case when :status = 'DRAFT' then null else now() end where id = :id
            """;
    private static final String INVITATION = """
            insert into invitation (organisation_id, email, salt, token_hash, invited_by, invited_at, expires_at)
            values (:organisation, 'invitee@example.org', sha256('sel'), sha256(cast(:token as bytea)), :by, now(), now() + interval '7 days') returning id
            """;
    private static final String STAND_IN = """
            insert into stand_in (organisation_id, absent_id, stand_in_id, first_day, last_day, named_by, named_at)
            values (:organisation, :absent, :present, cast(:day as date), cast(:day as date), :absent, now()) returning id
            """;
    private static final String UNCHECKED = """
            insert into organisation (name, legal_form, kind, siret, address, demonstration)
            values (:name, 'Organisme de test', 'PRIVATE', :siret, '1 rue de l’Essai, 13001 Marseille', true) returning id
            """;
    private static final String DEADLINE = """
            insert into deadline (subject, subject_id, kind, due_at) values ('BOOKING', :id, 'OPINION', now() + interval '30 days') returning id
            """;

    @Inject
    Fixtures fixtures;

    @Inject
    AccountRepository accounts;

    @Inject
    ConventionIssuer issuer;

    /**
     * @param names what stands for the names in braces and in capitals of roles.csv
     */
    record World(long grantor, Map<String, String> names) {
        String fill(String text) {
            String filled = text;
            for (var name : names.entrySet()) filled = filled.replace(name.getKey(), name.getValue());
            return filled;
        }
    }

    /** A world in which this role has its place, with a request in this state; ISSUED is one whose convention is to be signed. */
    World make(Role role, String state) {
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        long keeper = person();
        long occupant = fixtures.occupant(User.PORTEUR);
        long colleague = people(place, keeper, role);
        long booking = fixtures.inReview(
                place,
                occupant,
                place.spaces(),
                false,
                START.atStartOfDay(),
                START.plusDays(6).atStartOfDay());
        fixtures.run(AGREED, "id", booking, "keeper", keeper);
        fixtures.run(PROJECT, "id", booking);
        boolean issued = state.equals("ISSUED");
        fixtures.run(STATUS, "id", booking, "status", issued ? "APPROVED" : state);
        Map<String, String> names = new LinkedHashMap<>();
        names.put("{slug}", place.slug());
        names.put("{id}", Long.toString(booking));
        names.put("{reference}", (String) fixtures.one("select reference from booking where id = :id", "id", booking));
        names.put("{number}", issued ? issue(booking, keeper) : "CONV-1999-0001");
        names.put("SITE", place.slug());
        names.put("SPACE", Long.toString(place.spaces().getFirst()));
        names.put("OCCUPANT", Long.toString(occupant));
        names.put("KEEPER", Long.toString(keeper));
        names.put("LATER", START.minusDays(30).toString());
        names.put("LAST", START.plusDays(5).toString());
        names.put("DAY", START.toString());
        names.put("UUID", UUID.randomUUID().toString());
        beside(names, place, keeper, colleague, booking);
        return new World(place.grantor(), names);
    }

    /** Nobody of this world has anything to do in the next one. */
    void leave(World world, Role role) {
        if (role.capabilities.length > 0)
            fixtures.run(
                    "delete from member where organisation_id = :organisation and account_id = :account",
                    "organisation",
                    world.grantor(),
                    "account",
                    fixtures.account(role.user));
    }

    /** The granting organisation has a keeper who may do everything, a colleague who examines, and whoever calls. */
    private long people(Place place, long keeper, Role role) {
        long colleague = person();
        fixtures.run("delete from member where organisation_id = :organisation", "organisation", place.grantor());
        member(place.grantor(), keeper, "{instruct,decide,legal,sign,visa,manage_members}");
        member(place.grantor(), colleague, "{instruct}");
        if (role.capabilities.length > 0) fixtures.member(place.grantor(), role.user, role.capabilities);
        return colleague;
    }

    private void beside(Map<String, String> names, Place place, long keeper, long colleague, long booking) {
        long grantor = place.grantor();
        names.put("{organisation}", Long.toString(grantor));
        names.put("COLLEAGUE", Long.toString(colleague));
        names.put("{account}", Long.toString(colleague));
        names.put("{person}", Long.toString(person()));
        names.put("{mandate}", one("select id from representative where organisation_id = :id", "id", grantor));
        names.put(
                "{invitation}",
                one(
                        INVITATION,
                        "organisation",
                        grantor,
                        "by",
                        keeper,
                        "token",
                        UUID.randomUUID().toString()));
        names.put(
                "{standIn}",
                one(
                        STAND_IN,
                        "organisation",
                        grantor,
                        "absent",
                        keeper,
                        "present",
                        colleague,
                        "day",
                        START.plusDays(100).toString()));
        names.put(
                "{unchecked}",
                one(UNCHECKED, "name", "Organisme " + UUID.randomUUID(), "siret", fr.terrain.Siret.next()));
        names.put("{deadline}", one(DEADLINE, "id", booking));
        names.put("{token}", "A".repeat(43));
        names.put("{type}", "introuvable");
    }

    private String issue(long booking, long keeper) {
        return issuer.issue(booking, null, accounts.findById(keeper)).number();
    }

    private void member(long organisation, long account, String capabilities) {
        fixtures.run(
                "insert into member (organisation_id, account_id, capabilities) values (:organisation, :account, cast(:capabilities as text[]))",
                "organisation",
                organisation,
                "account",
                account,
                "capabilities",
                capabilities);
    }

    private long person() {
        return Long.parseLong(one(PERSON, "subject", UUID.randomUUID().toString()));
    }

    private String one(String sql, Object... named) {
        return ((Number) fixtures.one(sql, named)).toString();
    }
}

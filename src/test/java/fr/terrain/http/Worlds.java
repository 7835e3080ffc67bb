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
import java.util.Set;
import java.util.UUID;

/** A small world of its own for a call: a site, who grants it, who asks for it, their request in some state, and whatever else has an address. */
@ApplicationScoped
class Worlds {
    private static final Set<String> BEGUN = Set.of("RUNNING", "REPORT_DUE");

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
            update project set purpose = 'Mesurer la houle au quai, et la comparer à celle du large.', protocol = 'Une bouée mouillée le premier jour, un relevé par minute, puis le retrait.', people = 3
             where id = (select project_id from booking where id = :id)
            """;
    private static final String STATUS = """
            update booking set status = :status, first_day = cast(:first as date), last_day = cast(:last as date),
              submitted_at = case when :status = 'DRAFT' then null else submitted_at end,
              decided_at = case when :status in ('DRAFT', 'SUBMITTED', 'IN_REVIEW') then null else submitted_at end
             where id = :id
            """;
    private static final String DELIVERY = """
            insert into delivery (source, event_id, channel, account_id, name, address, message_id, subject, summary, link, words, html, state, filed_at, due_at, last_error)
            values ('booking', :booking, 'MAIL', :keeper, 'Personne inventée', 'personne@example.org', '<' || gen_random_uuid() || '@example.org>', 'Un essai',
                    'Un message de test.', 'http://example.org/', 'Bonjour.', '<p>Bonjour.</p>', 'DEAD', now(), now(), '550 inconnu') returning id
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
            insert into deadline (subject, subject_id, kind, due_at) values ('BOOKING', :id, :kind, now() + interval '30 days') returning id
            """;

    private static final String ELSEWHERE = """
            update member m set capabilities = array(select unnest(m.capabilities) except select unnest(cast('{instruct,decide,legal,visa,keep_sites}' as text[])))
              from organisation o
             where o.id = m.organisation_id and m.account_id = :account and o.name not like '%démonstration%'
               and m.capabilities && '{instruct,decide,legal,visa,keep_sites}'
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
        LocalDate first = TestClock.today().plusDays(BEGUN.contains(state) ? -3 : 60);
        long booking = fixtures.inReview(
                place,
                occupant,
                place.spaces(),
                false,
                first.atStartOfDay(),
                first.plusDays(6).atStartOfDay());
        fixtures.run(AGREED, "id", booking, "keeper", keeper);
        fixtures.run(PROJECT, "id", booking);
        boolean issued = state.equals("ISSUED");
        fixtures.run(
                STATUS,
                "id",
                booking,
                "status",
                issued ? "APPROVED" : state,
                "first",
                first.toString(),
                "last",
                first.plusDays(5).toString());
        Map<String, String> names = new LinkedHashMap<>();
        names.put("{slug}", place.slug());
        names.put("{id}", Long.toString(booking));
        names.put("{reference}", (String) fixtures.one("select reference from booking where id = :id", "id", booking));
        names.put("{number}", issued ? issue(booking, keeper) : "CONV-1999-0001");
        names.put("SITE", place.slug());
        names.put("{space}", Long.toString(place.spaces().getFirst()));
        names.put("SPACE", Long.toString(place.spaces().getFirst()));
        names.put("OCCUPANT", Long.toString(occupant));
        names.put("KEEPER", Long.toString(keeper));
        names.put("TODAY", TestClock.today().toString());
        names.put("SOON", TestClock.today().plusDays(10).toString());
        names.put("LATER", first.minusDays(30).toString());
        names.put("LAST", first.plusDays(5).toString());
        names.put("DAY", first.toString());
        names.put("UUID", UUID.randomUUID().toString());
        beside(names, place, keeper, colleague, booking);
        return new World(place.grantor(), names);
    }

    /** Whoever calls works nowhere but where the demonstration or this test put them: other tests leave their people where they are. */
    void begin(Role role) {
        if (role.user != null) fixtures.run(ELSEWHERE, "account", fixtures.account(role.user));
    }

    /** Nobody of this world has anything to do in the next one. */
    void leave(World world, Role role) {
        if (role.isOfGrantor())
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
        if (role.isOfGrantor()) fixtures.member(place.grantor(), role.user, role.capabilities);
        if (role == Role.LAPSED)
            standIn(
                    place.grantor(),
                    keeper,
                    fixtures.account(role.user),
                    TestClock.today().minusDays(1));
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
                standIn(grantor, keeper, colleague, TestClock.today().plusDays(160)));
        names.put(
                "{unchecked}",
                one(UNCHECKED, "name", "Organisme " + UUID.randomUUID(), "siret", fr.terrain.Siret.next()));
        names.put("{deadline}", one(DEADLINE, "id", booking, "kind", "OPINION"));
        one(DEADLINE, "id", booking, "kind", "RECEIPT");
        names.put("{delivery}", one(DELIVERY, "booking", booking, "keeper", keeper));
        names.put("{token}", "A".repeat(43));
        names.put("{type}", "introuvable");
        names.put("{closure}", "1");
        names.put("{sent}", "rappel");
        names.put("{form}", "adresse");
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

    private String standIn(long organisation, long absent, long present, LocalDate day) {
        return one(STAND_IN, "organisation", organisation, "absent", absent, "present", present, "day", day.toString());
    }

    private long person() {
        return Long.parseLong(one(PERSON, "subject", UUID.randomUUID().toString()));
    }

    private String one(String sql, Object... named) {
        return ((Number) fixtures.one(sql, named)).toString();
    }
}

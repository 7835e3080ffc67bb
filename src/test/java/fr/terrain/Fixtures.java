package fr.terrain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Places, bodies and people of tests: plainly invented, and never the demonstration's own rows. */
@ApplicationScoped
public class Fixtures {
    private static final String ACCOUNT = """
            insert into account (subject, name, email) values (:subject, :name, :name || '@example.org')
            on conflict (subject) do update set name = excluded.name returning id
            """;
    private static final String ORGANISATION = """
            insert into organisation (name, legal_form, kind, siret, address, demonstration, verified_at)
            values (:name, 'Organisme de test', :kind, :siret, '1 rue de l’Essai, 13001 Marseille', true, now()) returning id
            """;
    private static final String MEMBER = """
            insert into member (organisation_id, account_id, capabilities) values (:organisation, :account, cast(:capabilities as text[]))
            on conflict (organisation_id, account_id) do update set capabilities = excluded.capabilities
            """;
    private static final String REPRESENTATIVE = """
            insert into representative (organisation_id, name, quality, delegation_act)
            values (:organisation, 'Signataire de test', 'Directrice', 'Délibération DEMO-2026-001 du 15 janvier 2026')
            """;
    private static final String TARIFF = """
            insert into tariff (organisation_id, name, deliberation, deliberation_date, valid_from)
            values (:organisation, 'Grille de test', 'TEST-2026-001', '2026-01-15', '2026-02-01') returning id
            """;
    private static final String TARIFF_LINE = """
            insert into tariff_line (tariff_id, label, unit, use_class, amount)
            values (:tariff, 'Occupation', 'DAY', 'NO_REVENUE', 12.50)
            """;
    private static final String SITE = """
            insert into site (slug, name, category, summary, description, organisation_id, insee, access_point, position_confidence, state, published_at, demonstration)
            values (:slug, 'Terrain de test', 'port', 'Un terrain inventé pour les tests.', 'Rien ici n’est vrai.', :organisation, '13055',
                    st_setsrid(st_makepoint(5.3083, 43.28), 4326), 'HIGH', 'PUBLISHED', now(), true) returning id
            """;
    private static final String SPACE = """
            insert into space (site_id, name, domain, capacity, overnight, area_m2, buffer_before_days, buffer_after_days, tariff_id, position)
            values (:site, :name, 'PUBLIC', :capacity, true, 100, :before, :after, :tariff, :position) returning id
            """;

    private static final String PROJECT = """
            insert into project (organisation_id, title, created_by) values (:organisation, 'Projet de test', :account) returning id
            """;
    private static final String BOOKING = """
            insert into booking (reference, project_id, site_id, status, whole_site, fee_amount, fee_detail, created_by, submitted_at)
            values ('TER-2026-' || to_char(nextval('booking_reference'), 'FM000000'), :project, :site, 'IN_REVIEW', :whole, 12.50, '[]', :account, now())
            returning id
            """;
    private static final String BOOKING_SPACE = """
            insert into booking_space (booking_id, site_id, space_id, exclusive) values (:booking, :site, :space, :exclusive)
            """;
    private static final String SLOT =
            "insert into slot (booking_id, space_id, starts, ends) values (:booking, :space, :starts, :ends)";
    private static final String PARTY = """
            insert into party (booking_id, organisation_id, role, must_sign) values (:booking, :organisation, :role, true)
            """;

    @Inject
    EntityManager entityManager;

    /** A published site with its spaces, granted by a body whose officer is {@code instructeur} and lawyer {@code juriste}. */
    public record Place(String slug, long site, long grantor, List<Long> spaces) {}

    /** A space to make: how many at once, and days of set-up and tear-down. */
    public record SpaceOf(int capacity, int before, int after) {}

    @Transactional
    public Place place(SpaceOf... wanted) {
        long grantor = organisation("LOCAL_AUTHORITY");
        member(grantor, User.INSTRUCTEUR, "instruct", "decide");
        member(grantor, User.JURISTE, "legal");
        member(grantor, User.SIGNATAIRE, "sign");
        long tariff = id(TARIFF, "organisation", grantor);
        run(TARIFF_LINE, "tariff", tariff);
        String slug = "essai-" + UUID.randomUUID();
        long site = id(SITE, "slug", slug, "organisation", grantor);
        List<Long> spaces = new ArrayList<>();
        for (SpaceOf space : wanted)
            spaces.add(id(
                    SPACE,
                    "site",
                    site,
                    "name",
                    "Espace " + (spaces.size() + 1),
                    "capacity",
                    space.capacity(),
                    "before",
                    space.before(),
                    "after",
                    space.after(),
                    "tariff",
                    tariff,
                    "position",
                    spaces.size()));
        return new Place(slug, site, grantor, spaces);
    }

    /** A verified organisation in which this user may do everything an occupant does. */
    @Transactional
    public long occupant(User user) {
        long organisation = organisation("PRIVATE");
        member(organisation, user, "sign", "manage_members");
        return organisation;
    }

    /** A request under review for these spaces, from one local instant of Europe/Paris to another. */
    @Transactional
    public long inReview(
            Place place,
            long occupant,
            List<Long> spaces,
            boolean wholeSite,
            LocalDateTime starts,
            LocalDateTime ends) {
        long account = account(User.PORTEUR);
        long project = id(PROJECT, "organisation", occupant, "account", account);
        long booking = id(BOOKING, "project", project, "site", place.site(), "whole", wholeSite, "account", account);
        for (Long space : spaces)
            run(BOOKING_SPACE, "booking", booking, "site", place.site(), "space", space, "exclusive", wholeSite);
        for (Long space : spaces) run(SLOT, "booking", booking, "space", space, "starts", starts, "ends", ends);
        run(PARTY, "booking", booking, "organisation", occupant, "role", "OCCUPANT");
        run(PARTY, "booking", booking, "organisation", place.grantor(), "role", "GRANTOR");
        return booking;
    }

    public long account(User user) {
        return id(ACCOUNT, "subject", user.subject, "name", user.name().toLowerCase(java.util.Locale.ROOT));
    }

    @Transactional
    public void member(long organisation, User user, String... capabilities) {
        run(
                MEMBER,
                "organisation",
                organisation,
                "account",
                account(user),
                "capabilities",
                "{" + String.join(",", capabilities) + "}");
    }

    private long organisation(String kind) {
        long organisation =
                id(ORGANISATION, "name", "Organisme " + UUID.randomUUID(), "kind", kind, "siret", Siret.next());
        run(REPRESENTATIVE, "organisation", organisation);
        return organisation;
    }

    /** Runs SQL of a test's own in the service's role. */
    @Transactional
    public int run(String sql, Object... named) {
        return query(sql, named).executeUpdate();
    }

    /** One value that a query of a test's own gives. */
    @Transactional
    public Object one(String sql, Object... named) {
        return query(sql, named).getSingleResult();
    }

    /** The rows that a query of a test's own gives. */
    @Transactional
    public List<?> list(String sql, Object... named) {
        return query(sql, named).getResultList();
    }

    private long id(String sql, Object... named) {
        return ((Number) query(sql, named).getSingleResult()).longValue();
    }

    private jakarta.persistence.Query query(String sql, Object... named) {
        jakarta.persistence.Query query = entityManager.createNativeQuery(sql);
        for (int i = 0; i < named.length; i += 2) query.setParameter((String) named[i], named[i + 1]);
        return query;
    }

    /** The users of the demonstration realm, by the subjects it gives them. */
    public enum User {
        PORTEUR("1"),
        PORTEUSE("2"),
        INSTRUCTEUR("3"),
        JURISTE("4"),
        SIGNATAIRE("5"),
        PARTENAIRE("6"),
        ADMIN("7");

        public final String subject;

        User(String last) {
            subject = "11111111-0000-4000-8000-00000000000" + last;
        }
    }
}

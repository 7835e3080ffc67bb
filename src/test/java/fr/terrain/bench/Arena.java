package fr.terrain.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A place to fight for, with the requests under review, written in the role of the service. */
record Arena(long site, long grantor, List<Long> spaces) {
    /** How many experiments at once each space of a place takes. */
    static final int[] CAPACITIES = {1, 1, 2};

    private static final String OFFICER = "11111111-0000-4000-8000-000000000003";
    private static final String OWNER = "11111111-0000-4000-8000-000000000001";
    private static final String ACCOUNT = """
            insert into account (subject, name) values (:subject, 'mesure') on conflict (subject) do update set name = account.name returning id
            """;
    private static final String ORGANISATION = """
            insert into organisation (name, kind, demonstration) values (:name, :kind, true) returning id
            """;
    private static final String MEMBER = """
            insert into member (organisation_id, account_id, capabilities) values (:organisation, :account, '{instruct,decide}') returning account_id
            """;
    private static final String SITE = """
            insert into site (slug, name, category, summary, description, organisation_id, insee, access_point, position_confidence, state,
              published_at, demonstration)
            values (:slug, 'Terrain disputé', 'port', 'Un terrain inventé pour les mesures.', '', :organisation, '13055',
                    st_setsrid(st_makepoint(5.3083, 43.28), 4326), 'HIGH', 'PUBLISHED', now(), true) returning id
            """;
    private static final String SPACE = """
            insert into space (site_id, name, domain, capacity, overnight, area_m2, position)
            values (:site, :name, 'PUBLIC', :capacity, true, 100, :position) returning id
            """;
    private static final String PROJECT = """
            insert into project (organisation_id, title, created_by) values (:organisation, 'Projet de mesure', :account) returning id
            """;
    private static final String BOOKING = """
            insert into booking (reference, project_id, site_id, status, whole_site, fee_amount, fee_detail, created_by, submitted_at)
            values ('TER-2026-' || to_char(nextval('booking_reference'), 'FM000000'), :project, :site, 'IN_REVIEW', :whole, 12.50, '[]', :account, now())
            returning id
            """;
    private static final String BOOKING_SPACE = """
            insert into booking_space (booking_id, site_id, space_id, exclusive) values (:booking, :site, :space, :whole) returning booking_id
            """;
    private static final String SLOT =
            "insert into slot (booking_id, space_id, starts, ends) values (:booking, :space, :starts, :ends) returning id";
    private static final String PARTY = """
            insert into party (booking_id, organisation_id, role, must_sign) values (:booking, :organisation, :role, true) returning id
            """;
    private static final String RETIRE = "update site set state = 'ARCHIVED' where id = :site returning id";

    /** A published place of three spaces; {@code instructeur} decides for its grantor. */
    static Arena open(Connection connection) throws SQLException {
        long officer = id(connection, ACCOUNT, Map.of("subject", OFFICER));
        long grantor = id(
                connection, ORGANISATION, Map.of("name", "Gestionnaire d’un lieu disputé", "kind", "LOCAL_AUTHORITY"));
        id(connection, MEMBER, Map.of("organisation", grantor, "account", officer));
        long site = id(connection, SITE, Map.of("slug", "dispute-" + UUID.randomUUID(), "organisation", grantor));
        List<Long> spaces = new ArrayList<>();
        for (int i = 0; i < CAPACITIES.length; i++)
            spaces.add(id(
                    connection,
                    SPACE,
                    Map.of("site", site, "name", "Espace " + i, "capacity", CAPACITIES[i], "position", i)));
        return new Arena(site, grantor, spaces);
    }

    /** Requests under review, one for each rival, in their order. */
    List<Long> request(Connection connection, List<Rival> rivals) throws SQLException {
        long owner = id(connection, ACCOUNT, Map.of("subject", OWNER));
        long occupant = id(connection, ORGANISATION, Map.of("name", "Porteur d’une mesure", "kind", "PRIVATE"));
        long project = id(connection, PROJECT, Map.of("organisation", occupant, "account", owner));
        List<Long> bookings = new ArrayList<>();
        for (Rival rival : rivals) {
            long booking = id(
                    connection,
                    BOOKING,
                    Map.of("project", project, "site", site, "whole", rival.wholeSite(), "account", owner));
            for (int space : rival.spaces()) {
                id(
                        connection,
                        BOOKING_SPACE,
                        Map.of(
                                "booking",
                                booking,
                                "site",
                                site,
                                "space",
                                spaces.get(space),
                                "whole",
                                rival.wholeSite()));
                id(
                        connection,
                        SLOT,
                        Map.of(
                                "booking",
                                booking,
                                "space",
                                spaces.get(space),
                                "starts",
                                rival.starts(),
                                "ends",
                                rival.ends()));
            }
            id(connection, PARTY, Map.of("booking", booking, "organisation", occupant, "role", "OCCUPANT"));
            id(connection, PARTY, Map.of("booking", booking, "organisation", grantor, "role", "GRANTOR"));
            bookings.add(booking);
        }
        return bookings;
    }

    /** Takes the place out of the catalogue. */
    void retire(Connection connection) throws SQLException {
        id(connection, RETIRE, Map.of("site", site));
    }

    private static long id(Connection connection, String sql, Map<String, ?> values) throws SQLException {
        try (PreparedStatement statement = NamedStatement.of(sql).prepare(connection, new HashMap<>(values));
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}

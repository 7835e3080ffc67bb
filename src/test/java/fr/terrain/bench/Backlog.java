package fr.terrain.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A grantor of forty sites with 50 000 open requests, invented and written in SQL; {@code instructeur} instructs and holds a tenth of them. */
record Backlog(long officer, long booking) {
    private static final int REQUESTS = 50_000;
    private static final String OFFICER = "11111111-0000-4000-8000-000000000003";
    private static final String FIND = """
            select b.id from booking b join project p on p.id = b.project_id where p.title = 'Essai de la file, repère 777' order by b.id limit 1
            """;
    private static final String[] MAKE = {
        """
        insert into account (subject, name) values ('11111111-0000-4000-8000-000000000003', 'mesure')
        on conflict (subject) do nothing
        """,
        """
        insert into organisation (name, kind, demonstration) values ('Gestionnaire de la file', 'LOCAL_AUTHORITY', true), ('Porteur de la file', 'PRIVATE', true)
        """,
        """
        insert into member (organisation_id, account_id, capabilities)
        select o.id, a.id, '{instruct,decide}' from organisation o, account a
         where o.name = 'Gestionnaire de la file' and a.subject = '11111111-0000-4000-8000-000000000003'
        """,
        """
        insert into site (slug, name, category, summary, description, organisation_id, insee, access_point, position_confidence, state, published_at, demonstration)
        select 'file-' || n, 'Terrain de la file ' || n, 'port', 'Un terrain inventé pour les mesures.', '', o.id, '13055',
               st_setsrid(st_makepoint(5.3083, 43.28), 4326), 'HIGH', 'DRAFT', null, true
          from organisation o cross join generate_series(1, 40) n where o.name = 'Gestionnaire de la file'
        """,
        "insert into space (site_id, name, area_m2) select id, 'Espace', 100 from site where slug like 'file-%'",
        """
        insert into project (organisation_id, title, created_by)
        select o.id, 'Essai de la file, repère ' || n, a.id from organisation o, account a cross join generate_series(1, 1000) n
         where o.name = 'Porteur de la file' and a.subject = '11111111-0000-4000-8000-000000000003'
        """,
        "create temporary table sites on commit drop as select id, row_number() over (order by id) - 1 as n from site where slug like 'file-%'",
        "create temporary table projects on commit drop as select id, row_number() over (order by id) as n from project where title like 'Essai de la file%'",
        """
        insert into booking (reference, project_id, site_id, status, officer_id, created_by, submitted_at)
        select 'TER-2026-' || to_char(nextval('booking_reference'), 'FM000000'), p.id, s.id, case when i % 2 = 0 then 'SUBMITTED' else 'IN_REVIEW' end,
               case when i % 10 = 1 then a.id end, a.id, now() - make_interval(mins => i)
          from generate_series(1, 50000) i join sites s on s.n = i % 40 join projects p on p.n = 1 + i % 1000
          cross join account a where a.subject = '11111111-0000-4000-8000-000000000003'
        """,
        """
        insert into booking_space (booking_id, site_id, space_id)
        select b.id, b.site_id, p.id from booking b join space p on p.site_id = b.site_id join sites s on s.id = b.site_id
        """,
        """
        insert into slot (booking_id, space_id, starts, ends)
        select b.booking_id, b.space_id, current_date + 60 + (b.booking_id % 300)::int, current_date + 63 + (b.booking_id % 300)::int
          from booking_space b join sites s on s.id = b.site_id
        """,
        """
        insert into party (booking_id, organisation_id, role)
        select b.id, o.id, case o.name when 'Porteur de la file' then 'OCCUPANT' else 'GRANTOR' end
          from booking b join sites s on s.id = b.site_id cross join organisation o where o.name in ('Gestionnaire de la file', 'Porteur de la file')
        """,
        """
        insert into deadline (subject, subject_id, kind, due_at)
        select 'BOOKING', b.id, 'SILENCE', b.submitted_at + interval '62 days' from booking b join sites s on s.id = b.site_id where b.id % 3 > 0
        """
    };
    /** Forty events of one request; their hashes are invented, for only their reading is measured. */
    private static final String EVENTS = """
            with event as (
              insert into booking_event (booking_id, seq, kind, from_status, to_status, account_id, occurred_at, detail_hash, previous_hash, hash)
              select ?, n, case when n = 1 then 'CREATE' else 'REASSIGN' end, 'IN_REVIEW', 'IN_REVIEW', a.id, now(), sha256('detail'),
                     case when n > 1 then sha256('event') end, sha256('event')
                from generate_series(1, 40) n cross join account a where a.subject = ? returning id)
            insert into event_detail (event_id, salt, content) select id, decode(repeat('00', 16), 'hex'), '{"reason": "Essai de mesure."}' from event
            """;

    /** Makes it unless it is there. */
    static Backlog provide(Database database) throws SQLException {
        try (Connection connection = database.connectAsOwner()) {
            if (text(connection, FIND) == null) make(connection);
            long officer = Long.parseLong(text(connection, "select id from account where subject = '" + OFFICER + "'"));
            return new Backlog(officer, Long.parseLong(text(connection, FIND)));
        }
    }

    private static void make(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local synchronous_commit = off");
            for (String sql : MAKE) statement.execute(sql);
            try (PreparedStatement events = connection.prepareStatement(EVENTS)) {
                events.setLong(1, Long.parseLong(text(connection, FIND)));
                events.setString(2, OFFICER);
                events.executeUpdate();
            }
            statement.execute("delete from event_pending");
        }
        connection.commit();
        connection.setAutoCommit(true);
        String found = text(
                connection,
                "select count(*) from work_item w join organisation o on o.id = w.grantor_id where o.name = 'Gestionnaire de la file'");
        if (!found.equals(Integer.toString(REQUESTS)))
            throw new IllegalStateException(found + " requests are in the queue");
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum (analyze)");
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }
}

package fr.terrain.bench;

import fr.terrain.availability.OccupationStatements;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** 64 officers agree at once, each to one request after another on places of their own: how many a second, beside the same writes in bare SQL. */
final class ApproveBench {
    private static final int OFFICERS = 64;
    private static final int EACH = 10;
    private static final int WARM_UP = 2;
    private static final String DECISION = """
            {"economicNature": "NO", "awardRoute": "PUBLICITY", "awardReason": "Avis publié du 1er au 15 février."}
            """;
    /** What an agreement writes besides the rows of its spaces: the booking, and an event with its detail. */
    private static final List<String> WRITES = List.of("""
            update booking set status = 'APPROVED', economic_nature = 'NO', award_route = 'PUBLICITY', award_reason = 'Avis publié.', decided_at = now(),
              version = version + 1 where id = :booking
            """, """
            with event as (
              insert into booking_event (booking_id, seq, kind, from_status, to_status, occurred_at, detail_hash, hash)
              values (:booking, 1, 'APPROVE', 'IN_REVIEW', 'APPROVED', now(), sha256('detail'), sha256('event')) returning id)
            insert into event_detail (event_id, salt, content) select id, decode(repeat('00', 16), 'hex'), '{"awardRoute": "PUBLICITY"}' from event
            """);

    private final Database database = Database.ofApplication();
    private final Application application = Application.first();

    /** A request of one officer, and what it claims. */
    private record Wish(long booking, Map<String, Object> claim) {}

    public static void main(String[] arguments) throws Exception {
        new ApproveBench().run();
    }

    private void run() throws Exception {
        double served = 0;
        double bare = 0;
        for (int i = 0; i <= WARM_UP; i++) {
            served = served();
            bare = bare();
        }
        Rows.beside("approve: 64 officers, a second", served, bare);
    }

    private double served() throws Exception {
        String token = Application.token("instructeur");
        List<List<Wish>> wishes = wishes();
        long begun = System.nanoTime();
        Crowd.run(OFFICERS, officer -> {
            for (Wish wish : wishes.get(officer)) approve(token, wish.booking());
            return officer;
        });
        return perSecond(begun);
    }

    private double bare() throws Exception {
        List<List<Wish>> wishes = wishes();
        List<Connection> lines = new ArrayList<>();
        try {
            for (int i = 0; i < OFFICERS; i++) lines.add(database.connect());
            long begun = System.nanoTime();
            Crowd.run(OFFICERS, officer -> {
                for (Wish wish : wishes.get(officer)) write(lines.get(officer), wish);
                return officer;
            });
            return perSecond(begun);
        } finally {
            for (Connection line : lines) line.close();
        }
    }

    private static double perSecond(long begun) {
        return Math.rint(OFFICERS * EACH * 1e9 / (System.nanoTime() - begun));
    }

    /** A place for each officer, and on it requests whose days follow one another. */
    private List<List<Wish>> wishes() throws SQLException {
        LocalDateTime start = LocalDate.now().plusDays(150).atStartOfDay();
        List<Rival> asked = IntStream.range(0, EACH)
                .mapToObj(i -> new Rival(List.of(0, 1), false, start.plusDays(5L * i), start.plusDays(5L * i + 3)))
                .toList();
        List<List<Wish>> all = new ArrayList<>();
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < OFFICERS; i++) {
                Arena arena = Arena.open(connection);
                List<Long> bookings = arena.request(connection, asked);
                all.add(IntStream.range(0, EACH)
                        .mapToObj(n -> new Wish(bookings.get(n), asked.get(n).claim(arena.spaces())))
                        .toList());
            }
            connection.commit();
        }
        return all;
    }

    private void approve(String token, long booking) throws Exception {
        HttpRequest request = application
                .request("/api/bookings/" + booking + "/approval")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(DECISION))
                .build();
        HttpResponse<String> answer = application.client().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }

    private static void write(Connection line, Wish wish) throws SQLException {
        Map<String, Object> values = new HashMap<>(wish.claim());
        values.put("booking", wish.booking());
        line.setAutoCommit(false);
        List<String> statements = new ArrayList<>(OccupationStatements.TAKE);
        statements.addAll(WRITES);
        for (String sql : statements)
            try (PreparedStatement statement = NamedStatement.of(sql).prepare(line, values)) {
                statement.execute();
            }
        line.commit();
    }
}

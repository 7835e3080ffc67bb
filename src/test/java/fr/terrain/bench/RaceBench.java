package fr.terrain.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.terrain.availability.OccupationStatements;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** 32 officers agree at once to requests that cannot all be had, through two applications on one database, thirty times. */
final class RaceBench {
    private static final int RIVALS = 32;
    private static final int ROUNDS = 30;
    private static final int WARM_UP = 3;
    private static final long SLOWEST_LOSER_MILLIS = 2000;
    private static final String EXCLUSION_VIOLATION = "23P01";
    private static final String DEADLOCKS = "select deadlocks from pg_stat_database where datname = current_database()";
    private static final String DECISION = """
            {"economicNature": "NO", "awardRoute": "PUBLICITY", "awardReason": "Avis publié du 1er au 15 février."}
            """;

    private final Database database = Database.ofApplication();
    private final List<Application> applications = List.of(Application.first(), Application.second());
    private final List<Connection> lines = new ArrayList<>();
    private long doubled;
    private long surprises;
    private LongStream losing = LongStream.empty();
    private LongStream all = LongStream.empty();
    private LongStream bare = LongStream.empty();

    public static void main(String[] arguments) throws Exception {
        new RaceBench().run();
    }

    private void run() throws Exception {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < RIVALS; i++) lines.add(database.connect());
            for (int i = 0; i < WARM_UP; i++) round(connection, new Random(-i), false);
            long deadlocks = deadlocks(connection);
            for (int i = 0; i < ROUNDS; i++) round(connection, new Random(i), true);
            Rows.exactly("race: winners in each other’s way", doubled, 0);
            Rows.exactly("race: answers but yes and collision", surprises, 0);
            Rows.exactly("race: deadlocks", deadlocks(connection) - deadlocks, 0);
            Rows.atMost("race: slowest loser (ms)", Timing.of(losing).maxMillis(), SLOWEST_LOSER_MILLIS);
            Rows.beside(
                    "race: approval, p50 (ms)",
                    Timing.of(all).p50Millis(),
                    Timing.of(bare).p50Millis());
        } finally {
            for (Connection line : lines) line.close();
        }
    }

    /** The same rivals twice, on two places alike: through the applications, then with bare SQL. */
    private void round(Connection connection, Random random, boolean counted) throws Exception {
        List<Rival> rivals = Stream.generate(() -> Rival.random(random, Arena.CAPACITIES.length))
                .limit(RIVALS)
                .toList();
        String token = Application.token("instructeur");
        Arena served = Arena.open(connection);
        List<Long> asked = served.request(connection, rivals);
        connection.commit();
        List<Answer> answers =
                Crowd.run(RIVALS, i -> approve(applications.get(i % applications.size()), token, asked.get(i)));
        served.retire(connection);
        Arena plain = Arena.open(connection);
        List<Long> named = plain.request(connection, rivals);
        connection.commit();
        List<Answer> taken =
                Crowd.run(RIVALS, i -> take(lines.get(i), rivals.get(i).claim(plain.spaces()), named.get(i)));
        plain.retire(connection);
        connection.commit();
        if (counted) count(rivals, answers, taken);
    }

    private void count(List<Rival> rivals, List<Answer> answers, List<Answer> taken) {
        List<Rival> winners = new ArrayList<>();
        for (int i = 0; i < RIVALS; i++) if (answers.get(i).outcome() == Outcome.WON) winners.add(rivals.get(i));
        if (winners.isEmpty()) throw new IllegalStateException("nobody won a round");
        doubled += Rival.countDoubled(winners, Arena.CAPACITIES);
        surprises += answers.stream()
                .filter(answer -> answer.outcome() == Outcome.SURPRISED)
                .count();
        losing = LongStream.concat(losing, nanos(answers.stream().filter(answer -> answer.outcome() == Outcome.LOST)));
        all = LongStream.concat(all, nanos(answers.stream()));
        bare = LongStream.concat(bare, nanos(taken.stream()));
    }

    private static LongStream nanos(Stream<Answer> answers) {
        return answers.mapToLong(Answer::nanos);
    }

    private static Answer approve(Application application, String token, long booking) throws Exception {
        HttpRequest request = application
                .request("/api/bookings/" + booking + "/approval")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(DECISION))
                .build();
        long begun = System.nanoTime();
        HttpResponse<byte[]> answer = application.client().send(request, HttpResponse.BodyHandlers.ofByteArray());
        long nanos = System.nanoTime() - begun;
        Outcome outcome =
                answer.statusCode() == 200 ? Outcome.WON : isCollision(answer) ? Outcome.LOST : Outcome.SURPRISED;
        if (outcome == Outcome.SURPRISED) System.err.println(answer.statusCode() + " " + new String(answer.body()));
        return new Answer(outcome, nanos);
    }

    private static boolean isCollision(HttpResponse<byte[]> answer) throws Exception {
        return answer.statusCode() == 409
                && !new ObjectMapper()
                        .readTree(answer.body())
                        .path("collisions")
                        .isEmpty();
    }

    private static Answer take(Connection line, Map<String, Object> claim, long booking) throws SQLException {
        Map<String, Object> values = new HashMap<>(claim);
        values.put("booking", booking);
        long begun = System.nanoTime();
        line.setAutoCommit(false);
        try {
            for (String sql : OccupationStatements.TAKE) {
                try (PreparedStatement statement = NamedStatement.of(sql).prepare(line, values)) {
                    statement.execute();
                }
            }
            line.commit();
            return new Answer(Outcome.WON, System.nanoTime() - begun);
        } catch (SQLException refused) {
            line.rollback();
            if (!refused.getSQLState().equals(EXCLUSION_VIOLATION)) throw refused;
            return new Answer(Outcome.LOST, System.nanoTime() - begun);
        }
    }

    /** What PostgreSQL has counted, once what its backends know has been reported. */
    private static long deadlocks(Connection connection) throws SQLException, InterruptedException {
        connection.commit();
        Thread.sleep(2000);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(DEADLOCKS)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** How a rival fared. */
    private enum Outcome {
        WON,
        LOST,
        SURPRISED
    }

    /** What a rival was told, and after how long. */
    private record Answer(Outcome outcome, long nanos) {}
}

package fr.terrain.bench;

import fr.terrain.booking.QueueStatements;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The queue of an officer who has 50 000 open requests, and the timeline of one of them, each beside the same SQL. */
final class QueueBench {
    private static final int WARM_UP = 100;
    private static final double TIMES_BARE = 3;
    private final Database database = Database.ofApplication();
    private final Application application = Application.first();
    private final int times = Integer.getInteger("terrain.bench.times", 200);
    private final List<String> plans = new ArrayList<>();

    public static void main(String[] arguments) throws Exception {
        new QueueBench().run();
    }

    private void run() throws Exception {
        Backlog backlog = Backlog.provide(database);
        for (QueueStatements.Case one : QueueStatements.cases(backlog.officer())) {
            double served = served(one.path()).p50Millis();
            double bare = bare(one.statements()).p50Millis();
            Rows.ratioAtMost("queue: " + one.name() + ", p50 ms", served, bare, TIMES_BARE);
        }
        Timing timeline = served("/api/bookings/" + backlog.booking() + "/timeline");
        Timing plain = bare(List.of(QueueStatements.timeline(backlog.booking())));
        Rows.beside("timeline: 40 events, p50 ms", timeline.p50Millis(), plain.p50Millis());
        Files.writeString(
                Path.of(System.getProperty("terrain.bench.folder", "target"), "queue.plans"), String.join("\n", plans));
    }

    private Timing served(String path) throws Exception {
        HttpRequest request = application
                .request(path)
                .header("Authorization", "Bearer " + Application.token("instructeur"))
                .GET()
                .build();
        return Timing.of(1, WARM_UP, times, () -> () -> application.read(request));
    }

    private Timing bare(List<QueueStatements.Query> queries) throws Exception {
        try (Connection connection = database.connect()) {
            List<PreparedStatement> prepared = new ArrayList<>();
            for (QueueStatements.Query query : queries) {
                plans.add(plan(connection, query));
                prepared.add(NamedStatement.of(query.sql()).prepare(connection, query.values()));
            }
            return Timing.of(1, WARM_UP, times, () -> () -> {
                for (PreparedStatement statement : prepared) read(statement);
            });
        }
    }

    private static String plan(Connection connection, QueueStatements.Query query) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (PreparedStatement statement = NamedStatement.of("explain (analyze, buffers) " + query.sql())
                        .prepare(connection, Map.copyOf(query.values()));
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) plan.append(rows.getString(1)).append('\n');
        }
        return plan.toString();
    }

    private static void read(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) rows.getString(1);
        }
    }
}

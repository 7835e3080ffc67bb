package fr.terrain.bench;

import fr.terrain.portal.SearchStatement;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Puts a question to an application and to its database, and sees that both say the same. */
final class SearchRun implements AutoCloseable {
    private static final int WARM_UP = 1000;
    private final Database database;
    private final Application application;
    private final int times;
    private final List<Connection> connections = new ArrayList<>();

    SearchRun(Database database, Application application) {
        this.database = database;
        this.application = application;
        this.times = Integer.getInteger("terrain.bench.times", 1000);
    }

    /** Over HTTP, the answer read to its end. */
    Timing served(SearchCase one, int connections) throws Exception {
        HttpRequest request = application.request(one.path()).GET().build();
        requireSame(one, new String(application.read(request), StandardCharsets.UTF_8));
        return Timing.of(connections, WARM_UP, times, () -> () -> application.read(request));
    }

    /** The same statement with the same values, prepared once a connection. */
    Timing bare(SearchCase one, int connections) throws Exception {
        return Timing.of(connections, WARM_UP, times, () -> {
            PreparedStatement statement = prepare(one, "");
            return () -> read(statement);
        });
    }

    /** How the database goes about it. */
    String plan(SearchCase one) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (PreparedStatement statement = prepare(one, "explain (analyze, buffers, settings) ");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) plan.append(rows.getString(1)).append('\n');
        }
        return plan.toString();
    }

    private PreparedStatement prepare(SearchCase one, String before) throws SQLException {
        SearchStatement statement = one.statement();
        Connection connection = database.connect();
        connections.add(connection);
        return NamedStatement.of(before + statement.sql()).prepare(connection, statement.parameters());
    }

    private void requireSame(SearchCase one, String answer) throws SQLException {
        try (PreparedStatement statement = prepare(one, "")) {
            String features = read(statement);
            if (features.length() < 100 || !answer.contains(features))
                throw new IllegalStateException(
                        "the service and the database differ, or nothing was found: " + one.name());
        }
    }

    private static String read(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) connection.close();
    }
}

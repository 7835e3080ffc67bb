package fr.terrain.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The database of the measures, straight over JDBC. */
record Database(String url) {
    /** As the application says it on its own connections. */
    private static final String SETTINGS = "set plan_cache_mode = force_custom_plan; set jit = off";

    /** The one that the application was given. */
    static Database ofApplication() {
        return new Database(System.getenv("TERRAIN_DB_URL"));
    }

    /** The one that the second application was given. */
    static Database ofSecond() {
        return new Database(System.getenv("TERRAIN_SECOND_DB_URL"));
    }

    /** In the role of the service, with parameters sent as the application sends them. */
    Connection connect() throws SQLException {
        Connection connection = connect("TERRAIN_DB_USER", "TERRAIN_DB_PASSWORD");
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
        }
        return connection;
    }

    /** In the role that owns the tables. */
    Connection connectAsOwner() throws SQLException {
        return connect("TERRAIN_DB_MIGRATION_USER", "TERRAIN_DB_MIGRATION_PASSWORD");
    }

    private Connection connect(String user, String password) throws SQLException {
        String join = url.contains("?") ? "&" : "?";
        return DriverManager.getConnection(
                url + join + "stringtype=unspecified", System.getenv(user), System.getenv(password));
    }
}

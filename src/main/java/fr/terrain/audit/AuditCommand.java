package fr.terrain.audit;

import fr.terrain.ParisClock;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * {@code audit verify [hash of a known seal]}: verifies the trail of the configured database without starting the service, on the
 * variables of the README. The public keys are enough. Leaves 0 when all is whole, 1 when not, 2 when it could not look.
 */
public final class AuditCommand {
    private static final int WHOLE = 0;
    private static final int FAULTY = 1;
    private static final int UNABLE = 2;

    private AuditCommand() {}

    /** Whether the application was started for this instead of serving. */
    public static boolean isAsked(List<String> arguments) {
        return !arguments.isEmpty() && arguments.getFirst().equals("audit");
    }

    /** Runs it and returns the status to leave with. */
    public static int run(List<String> arguments, Map<String, String> variables, PrintStream out) {
        boolean known = arguments.size() == 3 && Audit.isFingerprint(arguments.get(2));
        if (arguments.size() < 2 || !arguments.get(1).equals("verify") || arguments.size() > 2 && !known) {
            out.println("Usage : audit verify [empreinte d’un sceau connu, 64 chiffres hexadécimaux]");
            return UNABLE;
        }
        try (Connection connection = connect(variables)) {
            SealKeys keys = new SealKeys(
                    Optional.ofNullable(variables.get("TERRAIN_SEAL_KEY")),
                    Optional.ofNullable(variables.get("TERRAIN_SEAL_PUBLIC_KEYS")));
            AuditRepository.snapshot(connection);
            AuditReport report =
                    new Audit(keys, Clock.system(ParisClock.PARIS)).run(connection, known ? arguments.get(2) : null);
            report.lines().forEach(out::println);
            return report.isWhole() ? WHOLE : FAULTY;
        } catch (SQLException | IllegalStateException e) {
            out.println("La vérification n’a pas pu avoir lieu : " + e.getMessage());
            return UNABLE;
        }
    }

    private static Connection connect(Map<String, String> variables) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", variables.getOrDefault("TERRAIN_DB_USER", "terrain_service"));
        properties.setProperty("password", variables.getOrDefault("TERRAIN_DB_PASSWORD", ""));
        properties.setProperty("connectTimeout", "10");
        String url = variables.getOrDefault("TERRAIN_DB_URL", "jdbc:postgresql://127.0.0.1:5432/terrain");
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) throw new IllegalStateException("TERRAIN_DB_URL : " + url);
        return connection;
    }
}

package fr.terrain.territory;

import fr.terrain.fetch.FetchFault;
import fr.terrain.fetch.Fetcher;
import fr.terrain.fetch.Wanted;
import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.Driver;

/**
 * {@code communes import FILE-or-URL [year]}: loads the outlines of the territory's communes into the configured database, all or none,
 * without starting the service. Leaves 0 when every commune has its outline, 1 when some were not in the file, 2 when nothing was done.
 */
public final class CommunesCommand {
    private static final int DONE = 0;
    private static final int PARTLY = 1;
    private static final int UNABLE = 2;
    private static final int LARGEST = 80_000_000;
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d)");

    private CommunesCommand() {}

    /** Whether the application was started for this instead of serving. */
    public static boolean isAsked(List<String> arguments) {
        return !arguments.isEmpty() && arguments.getFirst().equals("communes");
    }

    /** Runs it and returns the status to leave with. */
    public static int run(List<String> arguments, Map<String, String> variables, PrintStream out) {
        int size = arguments.size();
        Matcher year = YEAR.matcher(size == 4 ? arguments.get(3) : size == 3 ? arguments.get(2) : "");
        if (size < 3 || size > 4 || !arguments.get(1).equals("import") || !year.find()) {
            out.println(
                    "Usage\u00a0: communes import FICHIER-OU-ADRESSE [année], l’année étant celle des contours si l’adresse ne la dit pas");
            return UNABLE;
        }
        String source = arguments.get(2);
        try (InputStream file = open(source);
                Connection connection = connect(variables)) {
            return load(file, source, Integer.parseInt(year.group(1)), connection, out);
        } catch (NoSuchFileException e) {
            out.println("Ce fichier n’existe pas\u00a0: " + source);
        } catch (IOException | SQLException | FetchFault | IllegalStateException e) {
            out.println("Rien n’a été chargé\u00a0: " + e.getMessage());
        }
        return UNABLE;
    }

    private static int load(InputStream file, String source, int vintage, Connection connection, PrintStream out)
            throws IOException, SQLException {
        OutlineRepository outlines = new OutlineRepository(connection);
        Map<String, String> missing = outlines.communes();
        Map<OutlineRepository.Kept, Integer> kept = new EnumMap<>(OutlineRepository.Kept.class);
        OutlineFile.read(file, Set.copyOf(missing.keySet()), (insee, geometry) -> {
            OutlineRepository.Kept one = outlines.keep(insee, geometry, name(source), vintage);
            if (one == OutlineRepository.Kept.FAR)
                throw new IOException("le contour de " + insee + " est loin de cette commune");
            missing.remove(insee);
            kept.merge(one, 1, Integer::sum);
        });
        if (kept.isEmpty()) throw new IOException("ce fichier n’a aucune commune du territoire");
        connection.commit();
        out.println("Contours de " + vintage + "\u00a0: " + kept.getOrDefault(OutlineRepository.Kept.CHANGED, 0)
                + " chargés, " + kept.getOrDefault(OutlineRepository.Kept.SAME, 0) + " déjà en place.");
        if (missing.isEmpty()) return DONE;
        out.println("Absentes du fichier, inchangées\u00a0: " + String.join(", ", missing.values()));
        return PARTLY;
    }

    /** Where it came from, without the folders of a machine. */
    private static String name(String source) {
        return source.startsWith("https://")
                ? source
                : Path.of(source).getFileName().toString();
    }

    private static InputStream open(String source) throws IOException, FetchFault {
        if (!source.startsWith("https://")) return Files.newInputStream(Path.of(source));
        Vertx vertx = Vertx.vertx();
        try {
            Wanted wanted = new Wanted(
                    Set.of(
                            "application/gzip",
                            "application/x-gzip",
                            "application/octet-stream",
                            "application/geo+json",
                            "application/json"),
                    LARGEST,
                    Duration.ofMinutes(5),
                    null,
                    null);
            return new ByteArrayInputStream(
                    new Fetcher(vertx, false).get(source, wanted).body());
        } finally {
            vertx.close();
        }
    }

    private static Connection connect(Map<String, String> variables) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", variables.getOrDefault("TERRAIN_DB_USER", "terrain_service"));
        properties.setProperty("password", variables.getOrDefault("TERRAIN_DB_PASSWORD", ""));
        properties.setProperty("connectTimeout", "10");
        String url = variables.getOrDefault("TERRAIN_DB_URL", "jdbc:postgresql://127.0.0.1:5432/terrain");
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) throw new IllegalStateException("TERRAIN_DB_URL\u00a0: " + url);
        return connection;
    }
}

package fr.terrain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The packaged application in a process of its own, on the database of the tests with the data of the demonstration. For
 * classes named *IT, which Maven runs after packaging, one after another, when no other test uses that database.
 */
public final class Packaged implements AutoCloseable {
    private static final Path FOLDER = Path.of("target");
    private static final Path ARCHIVE = FOLDER.resolve("packaged.jsa");
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port;
    private final Path log;
    private final Process process;

    private Packaged(String name, List<String> settings) {
        port = freePort();
        log = FOLDER.resolve("packaged-" + name + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // what a first run loaded is kept when it ends, so that the next ones start sooner
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + ARCHIVE,
                "-Dquarkus.profile=demo"));
        for (String setting : settings) command.add("-D" + setting);
        command.addAll(
                List.of("-jar", FOLDER.resolve("quarkus-app/quarkus-run.jar").toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("PORT", Integer.toString(port));
        builder.environment().put("TERRAIN_DB_URL", databaseUrl());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it on an emptied database; a setting is {@code name=value}. */
    public static Packaged fresh(String name, String... settings) {
        ARCHIVE.toFile().delete(); // one of another build would be refused, and stay
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("quarkus.flyway.clean-at-start=true");
        return new Packaged(name, all).ready();
    }

    /** Starts it on the database as it is, beside another or after one that ended. */
    public static Packaged start(String name, String... settings) {
        return new Packaged(name, List.of(settings)).ready();
    }

    /** The JDBC address of the database of the tests. */
    public static String databaseUrl() {
        return System.getenv("TERRAIN_TEST_DB_URL");
    }

    public URI root() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it at once, as {@code kill -9} does: no hook runs, nothing is flushed. */
    public void kill() {
        try {
            new ProcessBuilder("kill", "-9", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Asks it to end, as the scripts do. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) kill();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private Packaged ready() {
        HttpRequest question =
                HttpRequest.newBuilder(root().resolve("/q/health/ready")).build();
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (answers(question)) return this;
            pause();
        }
        close();
        throw new IllegalStateException("the packaged application did not start: " + lastLines());
    }

    private static boolean answers(HttpRequest question) {
        try {
            return CLIENT.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static IllegalStateException interrupted() {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

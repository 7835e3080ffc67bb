package fr.terrain.notification;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** The application with a mail server on a port of the loopback, which a test opens or leaves shut; nothing is sent unless the test says so. */
public class SmtpProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        try (ServerSocket free = new ServerSocket(0)) {
            return Map.of(
                    "terrain.mail.host", "127.0.0.1",
                    "terrain.mail.port", Integer.toString(free.getLocalPort()),
                    "terrain.mail.security", "NONE",
                    "terrain.mail.patience", "2000");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

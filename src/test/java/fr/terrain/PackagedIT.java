package fr.terrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The packaged application starts on an empty database, dies when it is killed, and starts again beside another. */
class PackagedIT {

    @Test
    void startsAgainAfterKill() throws Exception {
        try (Packaged first = Packaged.fresh("first")) {
            assertEquals(200, status(first));
            first.kill();
            assertFalse(first.isAlive());
        }
        try (Packaged again = Packaged.start("first");
                Packaged beside = Packaged.start("second")) {
            assertEquals(200, status(again));
            assertEquals(200, status(beside));
        }
    }

    private static int status(Packaged application) throws Exception {
        HttpRequest catalogue = HttpRequest.newBuilder(application.root().resolve("/api/sites?limit=1"))
                .build();
        return HttpClient.newHttpClient()
                .send(catalogue, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}

package fr.terrain.http;

import static fr.terrain.Tokens.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Session;
import fr.terrain.TestClock;
import fr.terrain.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who asks too often is told how long to wait; others, probes and assets are served meanwhile. */
@QuarkusTest
class RateLimitTest {
    /** A hundredth of the usual rates: 18 reads a minute of nobody, 30 of an account, 6 of its writes. */
    private static final double HUNDREDTH = 0.01;

    @TestHTTPResource
    URI root;

    @Inject
    RateLimit limit;

    @BeforeEach
    void freshBuckets() {
        Tokens.of("porteur");
        Tokens.of("porteuse");
        limit.scale(HUNDREDTH);
    }

    @AfterEach
    void noLimit() {
        limit.scale(0);
    }

    @Test
    void anAddressThatReadsTooOftenIsToldToWaitAndIsServedAgain() {
        assertEquals(18, until429(() -> given().get("/api/sites?limit=1").statusCode()));
        given().get("/api/sites?limit=1")
                .then()
                .statusCode(429)
                .contentType(Problem.MEDIA_TYPE)
                .header("Retry-After", matchesPattern("[1-9][0-9]?"))
                .header("RateLimit", containsString("\"read\";r=0;t="))
                .header("RateLimit-Policy", equalTo("\"read\";q=18;w=60"))
                .body("type", equalTo("/problemes/trop-de-requetes"));
        TestClock.travel(Duration.ofSeconds(4));
        given().get("/api/sites?limit=1").then().statusCode(200);
    }

    @Test
    void aPageSaysItInWords() {
        until429(() -> given().get("/problemes").statusCode());
        given().get("/problemes")
                .then()
                .statusCode(429)
                .contentType("text/html")
                .body(containsString("Trop de requêtes"));
    }

    @Test
    void probesAndAssetsAreAlwaysServed() {
        until429(() -> given().get("/api/sites?limit=1").statusCode());
        given().get("/q/health/live").then().statusCode(200);
        given().get("/assets/manifest.json").then().statusCode(200);
    }

    @Test
    void anAccountHasItsOwnMeasureWhateverItsAddressHasUsed() {
        until429(() -> given().get("/api/sites?limit=1").statusCode());
        int served = until429(() -> as("porteur").get("/api/bookings").statusCode());
        assertTrue(served >= 30 && served < 45, served + " were served");
        as("porteuse")
                .get("/api/bookings")
                .then()
                .statusCode(200)
                .header("RateLimit", containsString("\"account-read\""));
    }

    @Test
    void whatAnAccountSendsIsCountedApartFromWhatItReads() {
        RequestSpecification nothing =
                as("porteur").contentType("application/json").body("{}");
        assertEquals(6, until429(() -> nothing.post("/api/bookings").statusCode()));
        as("porteur").get("/api/bookings").then().statusCode(200);
    }

    @Test
    void tokensAreNotTriedOutForLong() {
        limit.scale(0.1);
        assertEquals(
                6,
                until429(() -> given().auth()
                        .oauth2("rien.de.tel")
                        .get("/api/bookings")
                        .statusCode()));
    }

    @Test
    void numbersAreNotTriedOutForLong() {
        limit.scale(0.1);
        assertEquals(
                6,
                until429(() -> given().get("/api/conventions/CONV-1999-0001/verification")
                        .statusCode()));
        given().get("/api/sites?limit=1").then().statusCode(200);
    }

    @Test
    void signingInIsNotTriedForLong() {
        limit.scale(0.05);
        int begun = until429(() -> new Session(root).get("/connexion").statusCode());
        assertEquals(6, begun);
    }

    @Test
    void aForwardedAddressIsNotBelieved() {
        int served = 0;
        for (int i = 0; i < 40; i++)
            if (given().header("X-Forwarded-For", "192.0.2." + i)
                            .header("Forwarded", "for=192.0.2." + i)
                            .get("/api/sites?limit=1")
                            .statusCode()
                    == 200) served++;
        assertTrue(served <= 30, served + " were served");
    }

    private static int until429(IntSupplier request) {
        for (int served = 0; served < 100; served++) if (request.getAsInt() == 429) return served;
        throw new AssertionError("never refused");
    }
}

package fr.terrain.portal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Who comes back from Keycloak without being signed in. */
@QuarkusTest
class SignInTest {
    @Test
    void whoGaveUpIsToldSoInWords() {
        String way = given().redirects()
                .follow(false)
                .cookie("q_auth_abc", "abc")
                .get("/mes-demandes?error=access_denied&state=abc&error_description=a%0aFAUSSE")
                .then()
                .statusCode(302)
                .header("Location", containsString("/connexion/refusee"))
                .extract()
                .header("Location");
        given().urlEncodingEnabled(false)
                .get(way)
                .then()
                .statusCode(403)
                .contentType("text/html")
                .body(containsString("La connexion a été interrompue ou refusée."), not(containsString("FAUSSE")));
    }
}

package fr.terrain.organisation;

import static fr.terrain.Tokens.as;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.User;
import fr.terrain.Session;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every member reads what happened to the organisation; whom it invited, by address, only who manages the members. */
@QuarkusTest
class HistoryTest {
    private static final String HISTORY = "id=\"histoire\"";

    @TestHTTPResource
    URI root;

    @Inject
    Fixtures fixtures;

    private long organisation;
    private String guest;

    @BeforeEach
    void somebodyWasInvited() {
        organisation = fixtures.occupant(User.PORTEUR);
        fixtures.member(organisation, User.JURISTE, "sign");
        guest = "invitee." + UUID.randomUUID() + "@example.org";
        as("porteur")
                .contentType("application/json")
                .body("{\"email\": \"" + guest + "\", \"capabilities\": [\"SIGN\"]}")
                .post("/api/organisations/" + organisation + "/invitations")
                .then()
                .statusCode(201);
    }

    @Test
    void thePageTellsTheAddressToWhoManagesTheMembersOnly() {
        String sheet = "/mes-organisations/" + organisation;
        String manager = new Session(root).signIn("porteur").get(sheet).body();
        assertTrue(history(manager).contains(guest), manager);
        String member = new Session(root).signIn("juriste").get(sheet).body();
        assertTrue(history(member).contains("Invitation envoyée"), member);
        assertFalse(member.contains(guest), member);
    }

    @Test
    void theApiTellsTheAddressToNobody() {
        for (String user : new String[] {"porteur", "juriste"}) {
            Response told = as(user).get("/api/organisations/" + organisation + "/events");
            assertEquals(200, told.statusCode(), user);
            told.then().body("kind", hasItem("INVITED"));
            assertFalse(told.asString().contains(guest), told::asString);
        }
    }

    private static String history(String page) {
        assertTrue(page.contains(HISTORY), page);
        return page.substring(page.indexOf(HISTORY));
    }
}

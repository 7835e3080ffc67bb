package fr.terrain.organisation;

import static fr.terrain.Tokens.as;
import static fr.terrain.organisation.Openings.SOCIETY;
import static fr.terrain.organisation.Openings.body;
import static fr.terrain.organisation.Openings.json;
import static fr.terrain.organisation.Openings.open;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.User;
import fr.terrain.Siret;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Organisations over HTTP: who opens, reads and keeps them. */
@QuarkusTest
class OrganisationApiTest {
    @Inject
    Fixtures fixtures;

    @Test
    void opensOneForItsFounderWhoManagesItAndSigns() {
        int id = open("porteur", body(Siret.next())).statusCode(201).extract().path("id");
        as("porteur")
                .get("/api/organisations/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("name", equalTo(SOCIETY))
                .body("identity", equalTo("TO_CHECK"));
        as("porteur")
                .get("/api/organisations/" + id + "/members")
                .then()
                .body("[0].capabilities", hasItems("SIGN", "MANAGE_MEMBERS"));
        as("porteur")
                .get("/api/organisations/" + id + "/representatives")
                .then()
                .body("[0].name", equalTo("Camille Essai"));
        as("porteur").get("/api/organisations").then().body("id", hasItem(id));
        as("porteuse").get("/api/organisations").then().body("id", not(hasItem(id)));
        assertEquals(
                "OPENED",
                fixtures.one("select kind from organisation_event where organisation_id = :id", "id", (long) id));
        assertEquals(
                1L,
                fixtures.one(
                        "select count(*) from event_pending p join organisation_event e on e.id = p.event_id"
                                + " where p.source = 'organisation' and e.organisation_id = :id",
                        "id",
                        (long) id));
    }

    @Test
    void opensOnceForAKey() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = body(Siret.next());
        int first = json("porteur")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/organisations")
                .path("id");
        int second = json("porteur")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/organisations")
                .path("id");
        assertEquals(first, second);
    }

    @Test
    void anotherContentUnderTheKeyOpensNothing() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = body(Siret.next());
        keyed(key, body).statusCode(201);
        body.put("name", "Autre société d’essai");
        keyed(key, body).statusCode(422).body("type", equalTo("/problemes/cle-deja-employee"));
        keyed("rien", body).statusCode(400).body("field", equalTo("Idempotency-Key"));
        assertEquals(1L, opened(key));
    }

    @Test
    void twinsAtOnceOpenOneAndTheRowKeepsItsKeyWhenTheAnswerIsForgotten() throws Exception {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = body(Siret.next());
        List<Future<Integer>> twins = new ArrayList<>();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 6; i++)
                twins.add(hands.submit(
                        () -> keyed(key, body).statusCode(201).extract().<Integer>path("id")));
        }
        int first = twins.getFirst().get();
        for (Future<Integer> twin : twins) assertEquals(first, twin.get());
        fixtures.run("delete from creation_answer where key = cast(:key as uuid)", "key", key);
        keyed(key, body).statusCode(201).body("id", equalTo(first));
        assertEquals(1L, opened(key));
    }

    private static ValidatableResponse keyed(String key, Map<String, Object> body) {
        return json("porteur")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/organisations")
                .then();
    }

    private Object opened(String key) {
        return fixtures.one("select count(*) from organisation where creation_key = cast(:key as uuid)", "key", key);
    }

    @Test
    void isSeenByMembersKeptByManagersAndUnknownToOthers() {
        long id = fixtures.occupant(User.PORTEUR);
        fixtures.member(id, User.JURISTE);
        String path = "/api/organisations/" + id;
        as("juriste").get(path).then().statusCode(200);
        as("porteuse").get(path).then().statusCode(404);
        Map<String, Object> body = body(Siret.next());
        json("juriste").header("If-Match", "\"0\"").body(body).put(path).then().statusCode(403);
        json("porteuse").header("If-Match", "\"0\"").body(body).put(path).then().statusCode(404);
        json("porteur").body(body).put(path).then().statusCode(428);
        json("porteur").header("If-Match", "\"7\"").body(body).put(path).then().statusCode(412);
        json("porteur")
                .header("If-Match", "\"0\"")
                .body(body)
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        for (String part : new String[] {"/members", "/invitations", "/stand-ins", "/representatives", "/events"}) {
            as("juriste").get(path + part).then().statusCode(part.equals("/invitations") ? 403 : 200);
            as("porteur").get(path + part).then().statusCode(200);
            as("porteuse").get(path + part).then().statusCode(404);
        }
    }

    @Test
    void aManagerAsksForAVisa() {
        long id = fixtures.occupant(User.PORTEUR);
        fixtures.member(id, User.JURISTE, "sign");
        String path = "/api/organisations/" + id + "/settings";
        json("juriste")
                .header("If-Match", "\"0\"")
                .body("{\"visaRequired\": true}")
                .put(path)
                .then()
                .statusCode(403);
        json("porteur").header("If-Match", "\"0\"").body("{}").put(path).then().statusCode(400);
        json("porteur")
                .header("If-Match", "\"0\"")
                .body("{\"visaRequired\": true}")
                .put(path)
                .then()
                .statusCode(200)
                .body("visaRequired", equalTo(true));
        json("porteur")
                .header("If-Match", "\"0\"")
                .body("{\"visaRequired\": false}")
                .put(path)
                .then()
                .statusCode(412);
    }

    @Test
    void aSignatoryIsNamedAndEnded() {
        long id = fixtures.occupant(User.PORTEUR);
        String path = "/api/organisations/" + id + "/representatives";
        json("porteur")
                .body(
                        "{\"name\": \"Dominique Essai\", \"quality\": \"Directrice\", \"validFrom\": \"2027-01-02\", \"validUntil\": \"2027-01-01\"}")
                .post(path)
                .then()
                .statusCode(400)
                .body("field", equalTo("validUntil"));
        json("porteur")
                .body(
                        "{\"name\": \"Dominique Essai\", \"quality\": \"Directrice\", \"delegationAct\": \"Statuts du 1er mars 2026\"}")
                .post(path)
                .then()
                .statusCode(204);
        int mandate = as("porteur").get(path).jsonPath().getInt("find { it.name == 'Dominique Essai' }.id");
        as("porteur").delete(path + "/" + mandate).then().statusCode(204);
        as("porteur").delete(path + "/" + mandate).then().statusCode(404);
        as("porteur").get(path).then().body("find { it.name == 'Dominique Essai' }.validUntil", equalTo("2026-12-01"));
    }
}

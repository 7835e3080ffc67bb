package fr.terrain.organisation;

import static fr.terrain.Tokens.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.User;
import fr.terrain.Siret;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Organisations over HTTP: who opens, reads, keeps and checks them. */
@QuarkusTest
class OrganisationApiTest {
    private static final String SOCIETY = "Société d’essai";
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

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

    @ParameterizedTest
    @CsvSource({
        "PRIVATE, 12345678901234, , , siret",
        "PRIVATE, , , , siret",
        "STATE, , , RC 12 Genève, siret",
        "ASSOCIATION, , W12, , rna",
        "PRIVATE, , , X, foreignNumber"
    })
    void refusesANumberThatIsNone(String kind, String siret, String rna, String foreign, String field) {
        Map<String, Object> body = body(siret);
        body.put("kind", kind);
        body.put("rna", rna);
        body.put("foreignNumber", foreign);
        open("porteur", body).statusCode(400).body("fields.field", hasItem(field));
    }

    @ParameterizedTest
    @CsvSource({"ASSOCIATION, w131234567, , W131234567", "PRIVATE, , CHE-123.456.789 Genève, "})
    void takesAnAssociationByItsRegisterAndAForeignerByItsOwn(String kind, String rna, String foreign, String kept) {
        Map<String, Object> body = body(null);
        body.put("kind", kind);
        body.put("rna", rna);
        body.put("foreignNumber", foreign);
        open("porteur", body).statusCode(201).body("rna", equalTo(kept)).body("foreignNumber", equalTo(foreign));
    }

    @Test
    void namesEveryFieldThatIsWrongAtOnce() {
        Map<String, Object> body = body("1");
        body.put("name", " ");
        body.put("contact", "nulle part");
        body.put("quality", null);
        open("porteur", body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("fields.field", hasItems("name", "siret", "contact", "quality"));
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
    void anotherIdentityIsToBeCheckedAgain() {
        long id = fixtures.occupant(User.PORTEUR);
        String path = "/api/organisations/" + id;
        Map<String, Object> same = as("porteur").get(path).jsonPath().getMap("");
        Map<String, Object> body = body((String) same.get("siret"));
        body.put("name", same.get("name"));
        body.put("legalForm", same.get("legalForm"));
        body.put("address", "2 rue de l’Essai, 13001 Marseille");
        json("porteur")
                .header("If-Match", "\"0\"")
                .body(body)
                .put(path)
                .then()
                .statusCode(200)
                .body("identity", equalTo("CHECKED"));
        body.put("name", "Un tout autre nom");
        json("porteur")
                .header("If-Match", "\"1\"")
                .body(body)
                .put(path)
                .then()
                .statusCode(200)
                .body("identity", equalTo("TO_CHECK"));
    }

    @Test
    void staffChecksTheIdentityAndOthersDoNot() {
        int id = open("porteur", body(Siret.next())).extract().path("id");
        String path = "/api/organisations/" + id;
        String seen = "{\"checked\": \"Avis de situation du 1er décembre 2026.\"}";
        json("porteur").body(seen).post(path + "/verification").then().statusCode(403);
        json("porteuse").body(seen).post(path + "/verification").then().statusCode(404);
        json("instructeur")
                .body("{}")
                .post(path + "/verification")
                .then()
                .statusCode(400)
                .body("field", equalTo("checked"));
        json("instructeur")
                .header("If-Match", "\"5\"")
                .body(seen)
                .post(path + "/verification")
                .then()
                .statusCode(412);
        json("instructeur")
                .body(seen)
                .post(path + "/verification")
                .then()
                .statusCode(200)
                .body("identity", equalTo("CHECKED"));
        json("instructeur").body(seen).post(path + "/verification").then().statusCode(409);
        as("porteur").get(path).then().body("identity", equalTo("CHECKED"));
    }

    @Test
    void aRefusedIdentitySaysWhyAndMayBeCorrected() {
        int id = open("porteur", body(Siret.next())).extract().path("id");
        String path = "/api/organisations/" + id;
        json("instructeur")
                .body("{\"reason\": \"Le SIRET est celui d’un autre établissement.\"}")
                .post(path + "/verification-refusal")
                .then()
                .statusCode(200)
                .body("identity", equalTo("REFUSED"));
        as("porteur").get(path).then().body("refusal", containsString("autre établissement"));
        json("porteur")
                .header("If-Match", "\"1\"")
                .body(body(Siret.next()))
                .put(path)
                .then()
                .statusCode(200)
                .body("identity", equalTo("TO_CHECK"));
    }

    @Test
    void aNumberIsOfOneVerifiedOrganisation() {
        String siret = Siret.next();
        int first = open("porteur", body(siret)).extract().path("id");
        int second = open("porteuse", body(siret)).statusCode(201).extract().path("id");
        String seen = "{\"checked\": \"Extrait Kbis.\"}";
        json("instructeur")
                .body(seen)
                .post("/api/organisations/" + first + "/verification")
                .then()
                .statusCode(200);
        json("instructeur")
                .body(seen)
                .post("/api/organisations/" + second + "/verification")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problemes/number-taken"))
                .body("detail", containsString(SOCIETY));
        open("admin", body(siret)).statusCode(409).body("type", equalTo("/problemes/siret-taken"));
    }

    @Test
    void whatIsToBeCheckedIsListedForStaffAlone() {
        int id = open("porteur", body(Siret.next())).extract().path("id");
        List<Integer> listed = new ArrayList<>();
        String next = "/api/unchecked-organisations?limit=1000";
        while (next != null) {
            Response page = as("instructeur").get(URI.create(next));
            assertEquals(200, page.statusCode(), next);
            listed.addAll(page.jsonPath().getList("id"));
            Matcher link = NEXT.matcher(String.valueOf(page.header("Link")));
            next = link.find() ? link.group(1) : null;
        }
        assertTrue(listed.contains(id), listed::toString);
        as("porteur").get("/api/unchecked-organisations").then().statusCode(403);
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

    private static RequestSpecification json(String user) {
        return as(user).contentType("application/json");
    }

    private static ValidatableResponse open(String user, Map<String, Object> body) {
        return json(user).body(body).post("/api/organisations").then();
    }

    private static Map<String, Object> body(String siret) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", SOCIETY);
        body.put("legalForm", "Société par actions simplifiée");
        body.put("kind", "PRIVATE");
        body.put("siret", siret);
        body.put("address", "1 rue de l’Essai, 13001 Marseille");
        body.put("contact", "contact@example.org");
        body.put("signatory", "Camille Essai");
        body.put("quality", "Présidente");
        return body;
    }
}

package fr.terrain.organisation;

import static fr.terrain.Tokens.as;
import static fr.terrain.organisation.Openings.SOCIETY;
import static fr.terrain.organisation.Openings.body;
import static fr.terrain.organisation.Openings.json;
import static fr.terrain.organisation.Openings.open;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.User;
import fr.terrain.Siret;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The number and the name that an organisation gives: refused when they are none, checked by the staff, of one verified body. */
@QuarkusTest
class IdentityTest {
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    @Inject
    Fixtures fixtures;

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
}

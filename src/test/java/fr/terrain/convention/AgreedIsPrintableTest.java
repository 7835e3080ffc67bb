package fr.terrain.convention;

import static fr.terrain.Tokens.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.Session;
import fr.terrain.TestClock;
import fr.terrain.booking.Requests;
import fr.terrain.document.PdfChecks;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever was sent and agreed becomes a convention; what could not is refused while it can still be corrected, by its field. */
@QuarkusTest
class AgreedIsPrintableTest {
    private static final LocalDate START = TestClock.today().plusDays(60);

    @TestHTTPResource
    URI root;

    @Inject
    Fixtures fixtures;

    private Place place;
    private long occupant;

    @BeforeEach
    void placeAndOccupant() {
        place = fixtures.place(new SpaceOf(1, 0, 0));
        occupant = fixtures.occupant(User.PORTEUR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUBLICITY", "SELECTION", "DIRECT", "NOT_CONCERNED"})
    void theReasonThatTheConventionPrintsIsAsked(String route) {
        int id = inReview(Requests.body(place, occupant, START, START.plusDays(5)));
        approve(id, Map.of("economicNature", "NO", "awardRoute", route))
                .statusCode(409)
                .body("type", equalTo("/problemes/award-missing"))
                .body("fields.field", contains("awardReason"));
        HttpResponse<String> page = press(id, Map.of("economicNature", "NO", "awardRoute", route));
        assertEquals(409, page.statusCode());
        assertTrue(page.body().contains("id=\"awardReason-erreur\""), page.body());
        approve(id, agreed("NO", route, "Une phrase de motif.")).statusCode(200);
        issue(id);
    }

    @ParameterizedTest
    @CsvSource({"YES", "DOUBT"})
    void anEconomicUseOfThePublicDomainIsNotOutOfScope(String nature) {
        int id = inReview(Requests.body(place, occupant, START, START.plusDays(5)));
        Map<String, Object> contradiction = agreed(nature, "NOT_CONCERNED", "Une phrase de motif.");
        approve(id, contradiction)
                .statusCode(409)
                .body("fields.field", contains("awardRoute"))
                .body("fields[0].detail", containsString("L.\u00a02122‑1‑1"));
        HttpResponse<String> page = press(id, contradiction);
        assertEquals(409, page.statusCode());
        assertTrue(page.body().contains("id=\"awardRoute-erreur\""), page.body());
        fixtures.run(
                "update space set domain = 'PRIVATE' where id = :id",
                "id",
                place.spaces().getFirst());
        approve(id, contradiction).statusCode(200);
        issue(id);
    }

    @Test
    void textsOfFullLengthAndSeveralLinesArePrintedWhole() {
        Map<String, Object> body = Requests.body(place, occupant, START, START.plusDays(5));
        project(body).put("purpose", "Premier but.\nSecond but. " + "m ".repeat(1980) + "fin.");
        project(body).put("protocol", "Première étape.\n\n" + "n ".repeat(4980) + "fin.");
        int id = inReview(body);
        Map<String, Object> agreement = agreed("NO", "PUBLICITY", "Avis publié.\nUne réponse. " + "p ".repeat(980));
        agreement.put("freeItem", "STATE_SECURITY");
        agreement.put("freeReason", "Sécurité.\nOrdre public. " + "q ".repeat(980));
        approve(id, agreement).statusCode(200);
        String number = issue(id);
        byte[] pdf = as("porteur")
                .get("/api/conventions/{number}.pdf", number)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        PdfChecks.assertAccessibleArchive(pdf);
        String words = String.join(
                        "", PdfChecks.pages(pdf).stream().flatMap(List::stream).toList())
                .replaceAll("\\s", "");
        for (String said : new String[] {
            "Premierbut.Secondbut.", "Premièreétape.", "Avispublié.Uneréponse.", "Sécurité.Ordrepublic."
        }) assertTrue(words.contains(said), said);
    }

    @ParameterizedTest
    @CsvSource({"title, 中, U+4E2D", "purpose, 😀, U+1F600", "protocol, ḁ̂, U+0302"})
    void whatTheTypefacesLackIsRefusedAtSending(String field, String character, String code) {
        Map<String, Object> body = Requests.body(place, occupant, START, START.plusDays(5));
        project(body).put(field, "Une phrase assez longue " + character + " pour être envoyée.");
        int id = Requests.create("porteur", body);
        as("porteur")
                .post("/api/bookings/{id}/submission", id)
                .then()
                .statusCode(409)
                .body("fields.field", contains(field))
                .body("fields[0].detail", containsString(code));
    }

    @ParameterizedTest
    @CsvSource({"title, 00AD", "purpose, 200B", "protocol, 202E", "purpose, FEFF", "purpose, 2066"})
    void whatNobodySeesIsRefusedAsSoonAsItIsTyped(String field, String code) {
        Map<String, Object> body = Requests.body(place, occupant, START, START.plusDays(5));
        project(body)
                .put(
                        field,
                        "Une phrase assez" + Character.toString(Integer.parseInt(code, 16))
                                + "longue pour être envoyée.");
        Requests.post("porteur", UUID.randomUUID().toString(), body)
                .statusCode(400)
                .body("field", equalTo(field))
                .body("detail", containsString("U+" + code));
    }

    @Test
    void theReasonOfAnAgreementIsPrintable() {
        int id = inReview(Requests.body(place, occupant, START, START.plusDays(5)));
        Map<String, Object> agreement = agreed("NO", "DIRECT", "Une phrase \u200B de motif.");
        approve(id, agreement)
                .statusCode(409)
                .body("fields.field", contains("awardReason"))
                .body("fields[0].detail", containsString("U+200B"));
        assertTrue(press(id, agreement).body().contains("id=\"awardReason-erreur\""));
    }

    @Test
    void whatWasSentBeforeIsLookedAtOnceMore() {
        int id = inReview(Requests.body(place, occupant, START, START.plusDays(5)));
        fixtures.run(
                "update organisation set name = name || ' 中', verified_at = now() where id = :id",
                "id",
                place.grantor());
        approve(id, agreed("NO", "DIRECT", "Une phrase de motif."))
                .statusCode(409)
                .body("type", equalTo("/problemes/unprintable"))
                .body("fields.field", hasItem("organisation"));
    }

    @Test
    void anOrganisationIsOpenedWithNamesThatPrint() {
        Session owner = new Session(root).signIn("porteur");
        String page = "/demandes/nouvelle?site=" + place.slug();
        String[] typed = {
            "key",
            UUID.randomUUID().toString(),
            "site",
            place.slug(),
            "organisation",
            "nouvelle",
            "title",
            "Projet 😀",
            "name",
            "Bureau 中",
            "legalForm",
            "SAS\u00AD de test",
            "kind",
            "PRIVATE",
            "siret",
            "00000009900010",
            "address",
            "1 rue \u200Bde l’Essai",
            "signatory",
            "Signataire\u202E de test",
            "quality",
            "Directrice 😀"
        };
        HttpResponse<String> answer = owner.submit(page, "/demandes/nouvelle", typed);
        assertEquals(400, answer.statusCode());
        for (String field : new String[] {"title", "name", "legalForm", "address", "signatory", "quality"})
            assertTrue(answer.body().contains("id=\"" + field + "-erreur\""), field);
        assertTrue(answer.body().contains("U+4E2D"), answer.body());
    }

    private int inReview(Map<String, Object> body) {
        int id = Requests.create("porteur", body);
        as("porteur").post("/api/bookings/{id}/submission", id).then().statusCode(200);
        as("instructeur").post("/api/bookings/{id}/review", id).then().statusCode(200);
        return id;
    }

    private static Map<String, Object> agreed(String nature, String route, String reason) {
        return new HashMap<>(Map.of("economicNature", nature, "awardRoute", route, "awardReason", reason));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> project(Map<String, Object> body) {
        return (Map<String, Object>) body.get("project");
    }

    private static ValidatableResponse approve(int id, Map<String, ?> agreement) {
        return as("instructeur")
                .contentType("application/json")
                .body(agreement)
                .post("/api/bookings/{id}/approval", id)
                .then();
    }

    private HttpResponse<String> press(int id, Map<String, ?> fields) {
        String page = "/instruction/" + fixtures.one("select reference from booking where id = :id", "id", (long) id);
        Session officer = new Session(root).signIn("instructeur");
        List<String> typed = new ArrayList<>(List.of("version", officer.version(page)));
        fields.forEach((name, value) -> typed.addAll(List.of(name, value.toString())));
        return officer.submit(page, page + "/accord", typed.toArray(String[]::new));
    }

    private static String issue(int id) {
        return as("juriste")
                .post("/api/bookings/{id}/conventions", id)
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }
}

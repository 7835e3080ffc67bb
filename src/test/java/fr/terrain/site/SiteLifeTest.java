package fr.terrain.site;

import static fr.terrain.Tokens.as;
import static fr.terrain.site.SiteContents.complete;
import static fr.terrain.site.SiteContents.space;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.booking.Trials;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partner registers a site, the staff decides, and the public reads only what was validated. */
@QuarkusTest
class SiteLifeTest {
    @Inject
    Fixtures fixtures;

    @Inject
    Trials trials;

    @Inject
    ObjectMapper json;

    private long partner;

    @BeforeEach
    void aPartnerWhoKeepsSites() {
        partner = fixtures.occupant(User.PARTENAIRE);
        fixtures.member(partner, User.PARTENAIRE, "keep_sites", "manage_members");
        fixtures.member(partner, User.PORTEUSE, "sign");
    }

    @Test
    void whatIsValidatedIsPublicAtOnceAndALaterChangeDoesNotTakeItOff() {
        String slug = open(complete("Banc d’essai", space(null, "Hall", 2)));
        publicly(slug).statusCode(404);
        act("partenaire", slug, "submission").statusCode(200).body("state", equalTo("TO_VALIDATE"));
        save(slug, "*", complete("Autre nom", space(null, "Hall", 2)))
                .statusCode(409)
                .body("type", equalTo("/problemes/revision-state"));
        act("instructeur", slug, "change-request", "Précisez le contact.")
                .statusCode(200)
                .body("revision", equalTo("DRAFT"))
                .body("state", equalTo("DRAFT"))
                .body("reason", equalTo("Précisez le contact."));
        act("partenaire", slug, "submission").statusCode(200);
        publicly(slug).statusCode(404);
        act("instructeur", slug, "validation").statusCode(200).body("state", equalTo("PUBLISHED"));
        publicly(slug).statusCode(200);
        given().get("/api/sites?q=" + "Banc essai&limit=100").then().body("features.properties.slug", hasItem(slug));
        SiteContent published = content(slug);
        assertEquals(1, published.spaces().size());
        assertEquals("Hall", published.spaces().getFirst().name());
        assertEquals(3.59, area(slug), 0.05);

        save(slug, "*", renamed(published, "Banc d’essai agrandi"))
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"));
        act("partenaire", slug, "submission").statusCode(200);
        assertEquals("Banc d’essai", name(slug));
        act("instructeur", slug, "validation").statusCode(200);
        assertEquals("Banc d’essai agrandi", name(slug));
        as("partenaire")
                .get("/api/sites/" + slug + "/history")
                .then()
                .body(
                        "act",
                        contains(
                                "VALIDATED",
                                "SUBMITTED",
                                "EDITED",
                                "VALIDATED",
                                "SUBMITTED",
                                "CHANGES_ASKED",
                                "SUBMITTED",
                                "OPENED"));
    }

    @Test
    void theUnseenIsNotFoundAndTheSeenIsNotDone() {
        String slug = open(complete("Banc caché", space(null, "Hall", 1)));
        for (String verb : List.of("submission", "resumption")) {
            act("porteur", slug, verb).statusCode(404);
            act("porteuse", slug, verb).statusCode(403);
        }
        act("partenaire", slug, "validation").statusCode(403);
        act("porteur", slug, "validation").statusCode(404);
        act("porteuse", slug, "rejection", "Non merci.").statusCode(403);
        as("porteur").get("/api/sites/" + slug + "/revision").then().statusCode(404);
        as("instructeur").get("/api/sites/" + slug + "/revision").then().statusCode(200);
        given().get("/api/sites/" + slug + "/revision").then().statusCode(401);
        open("porteuse", SiteContent.named("Un site", "lab_iot"), null).statusCode(403);
        open("porteur", SiteContent.named("Un site", "lab_iot"), null).statusCode(404);
    }

    @Test
    void anIncompleteSiteIsKeptAndNotSubmitted() {
        String slug = open(SiteContent.named("À peine un nom", "lab_iot"));
        act("partenaire", slug, "submission")
                .statusCode(409)
                .body("type", equalTo("/problemes/site-incomplete"))
                .body("missing.field", hasItem("terms.contact"))
                .body("missing", hasSize(11));
    }

    @Test
    void anOrganisationThatWasNotAcceptedSubmitsNothing() {
        String slug = open(complete("Banc trop tôt", space(null, "Hall", 1)));
        fixtures.run("update organisation set verified_at = null where id = :id", "id", partner);
        act("partenaire", slug, "submission").statusCode(409).body("type", equalTo("/problemes/grantor-unchecked"));
    }

    @Test
    void twoWritersDoNotOverwriteEachOther() {
        String slug = open(complete("Banc partagé", space(null, "Hall", 1)));
        String seen = as("partenaire").get("/api/sites/" + slug + "/revision").header("ETag");
        save(slug, seen, complete("Banc du premier", space(null, "Hall", 1))).statusCode(200);
        save(slug, seen, complete("Banc du second", space(null, "Hall", 1))).statusCode(412);
        save(slug, null, complete("Banc du second", space(null, "Hall", 1))).statusCode(428);
        assertEquals("Banc du premier", content(slug).identity().name());
    }

    @Test
    void theSameCreationIsDoneOnce() {
        String key = UUID.randomUUID().toString();
        SiteContent once = SiteContent.named("Une seule fois " + key.substring(0, 8), "lab_iot");
        String first = open("partenaire", once, key).statusCode(201).extract().header("Location");
        assertEquals(
                first, open("partenaire", once, key).statusCode(201).extract().header("Location"));
    }

    @Test
    void codesThatDoNotExistAreNamed() {
        open("partenaire", SiteContent.named("Un site", "licorne"), null)
                .statusCode(400)
                .body("field", equalTo("identity.category"));
    }

    @Test
    void aSpaceThatIsPromisedNeitherVanishesNorShrinks() {
        Place place = fixtures.place(new SpaceOf(2, 0, 0));
        fixtures.member(place.grantor(), User.PARTENAIRE, "keep_sites");
        long occupant = fixtures.occupant(User.PORTEUR);
        for (int i = 0; i < 2; i++) trials.agree(trials.inReview(place, occupant, Trials.START, Trials.END));
        SiteContent kept = complete("Terrain de test", space(place.spaces().getFirst(), "Quai", 1));
        save(place.slug(), "*", kept).statusCode(200);
        act("partenaire", place.slug(), "submission").statusCode(200);
        act("instructeur", place.slug(), "validation")
                .statusCode(409)
                .body("type", equalTo("/problemes/too-full"))
                .body("detail", containsString("Quai"))
                .body("detail", containsString("2027"));
        act("instructeur", place.slug(), "change-request", "Gardez la capacité.")
                .statusCode(200);
        save(place.slug(), "*", kept.withSpaces(List.of(space(null, "Autre", 1))))
                .statusCode(200);
        act("partenaire", place.slug(), "submission").statusCode(200);
        act("instructeur", place.slug(), "validation").statusCode(409).body("type", equalTo("/problemes/space-in-use"));
        publicly(place.slug()).body("properties.name", equalTo("Terrain de test"));
    }

    @Test
    void suspendedAndArchivedAreOutOfSightAndComeBack() {
        String slug = published("Banc qui ferme");
        act("partenaire", slug, "suspension").statusCode(400);
        act("partenaire", slug, "suspension", "Travaux sur place.").statusCode(200);
        publicly(slug).statusCode(404);
        act("partenaire", slug, "resumption").statusCode(200);
        publicly(slug).statusCode(200);
        act("partenaire", slug, "archiving", "Le lieu a fermé.").statusCode(200);
        save(slug, "*", complete("Autre", space(null, "Hall", 1))).statusCode(409);
        publicly(slug).statusCode(404);
        act("partenaire", slug, "restoration").statusCode(200).body("state", equalTo("SUSPENDED"));
        publicly(slug).statusCode(404);
        act("partenaire", slug, "resumption").statusCode(200).body("state", equalTo("PUBLISHED"));
    }

    @Test
    void whatTheStaffTookFromThePublicOnlyTheStaffGivesBack() {
        String slug = published("Banc retiré");
        act("instructeur", slug, "suspension", "La convention du lieu a pris fin.")
                .statusCode(200);
        act("partenaire", slug, "resumption").statusCode(403);
        act("partenaire", slug, "archiving", "Fermé.").statusCode(200);
        act("partenaire", slug, "restoration").statusCode(200);
        act("partenaire", slug, "resumption").statusCode(403);
        publicly(slug).statusCode(404);
        act("instructeur", slug, "resumption").statusCode(200);
        act("instructeur", slug, "archiving", "Le lieu est vendu.").statusCode(200);
        act("partenaire", slug, "restoration").statusCode(403);
        act("instructeur", slug, "restoration").statusCode(200);
        act("partenaire", slug, "resumption").statusCode(200);
        publicly(slug).statusCode(200);
    }

    @Test
    void aRejectedFirstVersionLeavesTheSiteInTheArchive() {
        String slug = open(complete("Banc hors sujet", space(null, "Hall", 1)));
        act("partenaire", slug, "submission").statusCode(200);
        act("instructeur", slug, "rejection", "Hors du territoire.")
                .statusCode(200)
                .body("state", equalTo("ARCHIVED"));
        act("partenaire", slug, "restoration").statusCode(200).body("state", equalTo("DRAFT"));
        assertEquals("Banc hors sujet", content(slug).identity().name());
    }

    private String published(String name) {
        String slug = open(complete(name, space(null, "Hall", 1)));
        act("partenaire", slug, "submission").statusCode(200);
        act("instructeur", slug, "validation").statusCode(200);
        return slug;
    }

    private static SiteContent renamed(SiteContent content, String name) {
        SiteContent.Identity was = content.identity();
        return content.with(new SiteContent.Identity(
                name, was.category(), was.summary(), was.description(), was.indoor(), was.themes(), was.equipment()));
    }

    private String open(SiteContent content) {
        String location =
                open("partenaire", content, null).statusCode(201).extract().header("Location");
        List<String> parts = new ArrayList<>(List.of(location.split("/")));
        return parts.get(parts.size() - 2);
    }

    private ValidatableResponse open(String user, SiteContent content, String key) {
        var request = as(user).contentType("application/json")
                .body(text(Map.of("organisationId", partner, "content", content)));
        if (key != null) request.header("Idempotency-Key", key);
        return request.post("/api/sites").then();
    }

    private ValidatableResponse save(String slug, String ifMatch, SiteContent content) {
        var request = as("partenaire").contentType("application/json").body(text(content));
        if (ifMatch != null) request.header("If-Match", ifMatch);
        return request.put("/api/sites/" + slug).then();
    }

    private static ValidatableResponse act(String user, String slug, String verb) {
        var request = as(user);
        if (verb.equals("suspension")) request.contentType("application/json").body("{}");
        return request.post("/api/sites/" + slug + "/" + verb).then();
    }

    private ValidatableResponse act(String user, String slug, String verb, String reason) {
        return as(user).contentType("application/json")
                .body(text(Map.of("reason", reason)))
                .post("/api/sites/" + slug + "/" + verb)
                .then();
    }

    private SiteContent content(String slug) {
        Map<String, Object> content = as("partenaire")
                .get("/api/sites/" + slug + "/revision")
                .then()
                .statusCode(200)
                .extract()
                .path("content");
        return json.convertValue(content, SiteContent.class);
    }

    private static ValidatableResponse publicly(String slug) {
        return given().get("/api/sites/" + slug).then();
    }

    private String name(String slug) {
        return (String) fixtures.one("select name from public_site where slug = :slug", "slug", slug);
    }

    private double area(String slug) {
        return ((Number) fixtures.one("select area_ha from public_site where slug = :slug", "slug", slug))
                .doubleValue();
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

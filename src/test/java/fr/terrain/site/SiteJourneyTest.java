package fr.terrain.site;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.User;
import fr.terrain.Journey;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** In a real browser: an officer finishes an entry of the census, from doubt to the public catalogue. */
@QuarkusTest
class SiteJourneyTest {
    private static final String OPEN = """
            select cast(e.id as text) from census_entry e join census_standing t on t.id = e.id where t.state = 'TO_DO' and e.knowledge_only order by e.id limit 1
            """;
    private static final String OPERATOR = "select id from organisation where operator";

    @Inject
    Fixtures fixtures;

    @Test
    void anOfficerFinishesAnEntryFromDoubtToPublication() {
        String entry = (String) fixtures.one(OPEN);
        String name = (String) fixtures.one("select name from census_entry where id = :id", "id", entry);
        long operator = ((Number) fixtures.one(OPERATOR)).longValue();
        fixtures.member(operator, User.INSTRUCTEUR, "instruct", "decide", "keep_sites", "manage_members");
        try (Journey officer = Journey.as("instructeur", "/recensement?etat=TO_DO&savoir=oui")) {
            officer.sees("Recensement");
            assertTrue(officer.text().contains("sans source publique"));
            officer.open("/recensement/" + entry).sees(name);
            officer.page().locator("#organisation").selectOption(Long.toString(operator));
            officer.page().locator("#spaces").fill("Quai nord\nHangar");
            officer.press("Confirmer et compléter la fiche").sees(name);
            String here = officer.path();
            String slug = here.substring(here.lastIndexOf('/') + 1);
            officer.follow("Identité").sees("Identité");
            officer.type("Résumé", "Un lieu du recensement, décrit par un test.");
            officer.type("Description", "Rien de ce qui est écrit ici n’est vrai.");
            officer.press("Enregistrer cette étape").sees("Lieu");
            officer.press("Enregistrer cette étape").sees("Conditions");
            officer.type("Qui décide", "Le service qui tient le lieu.");
            officer.type("Délai habituel de réponse, en jours", "20");
            officer.type("Conditions d’usage", "Un essai à la fois.");
            officer.type("Contact", "essai@example.org");
            officer.press("Enregistrer cette étape").sees("Espaces");
            assertEquals(
                    "Quai nord",
                    officer.page().locator("[name='space.name']").first().inputValue());
            officer.press("Enregistrer cette étape").sees(name);
            assertTrue(officer.text().contains("Rien ne manque."), officer::text);
            officer.press("Soumettre à validation").sees(name);
            given().get("/api/sites/" + slug).then().statusCode(404);
            officer.press("Publier cette version").sees(name);
            given().get("/api/sites/" + slug).then().statusCode(200);
            officer.follow("Voir la fiche publique");
            assertEquals(200, officer.status());
            officer.open("/recensement/" + entry);
            assertTrue(officer.text().contains("Confirmée"));
        }
    }
}

package fr.terrain.audit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.User;
import fr.terrain.Journey;
import fr.terrain.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pages of the proof, of forgetting and of calendars in a real browser: by keyboard, narrow, and without a fault that axe finds. */
@QuarkusTest
class QuietPagesTest {
    @Inject
    Fixtures fixtures;

    @Test
    void theAdministratorVerifiesAndLooksSomebodyUp() {
        Tokens.as("porteuse").get("/api/bookings").then().statusCode(200);
        long person = ((Number) fixtures.one(
                        "select id from account where subject = :subject", "subject", User.PORTEUSE.subject))
                .longValue();
        try (Journey admin = Journey.as("admin", "/administration/journal")) {
            admin.sees("Journal des demandes").press("Vérifier maintenant").sees("Journal des demandes");
            assertTrue(admin.text().contains("demandée par"), admin.text());
            admin.open("/administration/personnes?q=@example.org").sees("Effacer une personne");
            admin.open("/administration/personnes/" + person).mustBeClean();
            admin.press("Effacer cette personne").mustBeClean();
            assertTrue(admin.text().contains("l’effacement est définitif"), admin.text());
            for (String view : List.of("", "?vue=attente", "?vue=envoyes"))
                admin.open("/administration/courriels" + view).sees("Courriels");
            admin.open("/administration/echeances").mustBeClean();
        }
    }

    @Test
    void aPersonGivesACalendarItsAddress() {
        fixtures.occupant(User.PORTEUR);
        try (Journey owner = Journey.as("porteur", "/mes-calendriers")) {
            owner.sees("Mes calendriers")
                    .press("Créer une adresse : toutes les demandes")
                    .sees("Mes calendriers");
            assertTrue(owner.text().contains("L’adresse de ce calendrier"), owner.text());
        }
    }
}

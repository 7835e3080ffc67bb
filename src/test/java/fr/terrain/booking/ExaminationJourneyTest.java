package fr.terrain.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.User;
import fr.terrain.Journey;
import fr.terrain.TestClock;
import fr.terrain.booking.Examined.Request;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** An officer asks for changes, the owner answers what was asked and nothing else, the hierarchy sees it, the officer agrees: with keyboards, on accessible pages. */
@QuarkusTest
class ExaminationJourneyTest {
    @Inject
    Fixtures fixtures;

    @Inject
    Examined examined;

    @Inject
    BookingTrail trail;

    @Test
    void askedAnsweredSeenAndAgreed() {
        Request request = examined.next();
        examined.wantVisa(request);
        examined.colleague(request, User.ADMIN, "visa");
        String page = "/instruction/" + request.reference();
        try (Journey officer = Journey.as("instructeur", page)) {
            officer.sees("Bouée connectée");
            assertTrue(officer.text().contains("Un visa est attendu"), officer.text());
            officer.unfold("Demander des compléments").mustBeClean();
            officer.press("Demander ces compléments").mustBeClean();
            assertEquals(400, officer.status());
            assertTrue(officer.text().contains("Choisissez au moins un champ à compléter"), officer.text());
            officer.tick("Déroulement").tick("Besoins sur place");
            officer.type(
                    "Ce qui manque, et pourquoi", "Dites comment la bouée est ancrée, et s’il vous faut du courant.");
            officer.date("Réponse au plus tard", TestClock.today().plusDays(15).toString());
            officer.press("Demander ces compléments").sees("Bouée connectée");
            assertTrue(officer.text().contains("Compléments demandés"), officer.text());
            assertFalse(officer.text().contains("Votre décision"), officer.text());
        }
        answer(request);
        see(page);
        try (Journey officer = Journey.as("instructeur", page)) {
            assertTrue(officer.text().contains("Maintenant : Une prise de courant"), officer.text());
            assertTrue(officer.text().contains("Le visa est donné"), officer.text());
            officer.choose("Est‑ce une exploitation économique", "Non").choose("Mode d’attribution", "Publicité");
            officer.type("Motif de ce choix", "Avis publié du 1er au 15 février 2027, aucune autre demande.");
            officer.press("Accorder du").mustBeClean();
        }
        assertEquals("APPROVED", fixtures.one("select status from booking where id = :id", "id", request.id()));
        assertTrue(trail.isWhole(request.id()));
    }

    private static void answer(Request request) {
        try (Journey owner = Journey.as("porteur", "/mes-demandes/" + request.reference())) {
            owner.sees("Bouée connectée");
            assertTrue(owner.text().contains("Répondez au plus tard le"), owner.text());
            owner.follow("Compléter la demande").sees("Compléter la demande");
            assertTrue(owner.text().contains("s’il vous faut du courant"), owner.text());
            assertEquals(
                    0,
                    owner.page()
                            .locator("#purpose, #title, #firstDay, [name=spaces]")
                            .count());
            owner.type("Comment l’essai se déroule", "Trop court");
            owner.press("Renvoyer la demande complétée").sees("Compléter la demande");
            assertEquals(409, owner.status());
            owner.type(
                    "Comment l’essai se déroule", "Une bouée ancrée par un corps-mort de 50 kg, un relevé par minute.");
            owner.type("Ce qu’il vous faut sur place", "Une prise de courant près de la capitainerie.");
            owner.type("Votre réponse au gestionnaire", "L’ancrage et le courant sont précisés.");
            owner.press("Renvoyer la demande complétée").sees("Bouée connectée");
            assertTrue(owner.text().contains("Demande complétée et renvoyée"), owner.text());
        }
    }

    private static void see(String page) {
        try (Journey hierarchy = Journey.as("admin", page)) {
            assertFalse(hierarchy.text().contains("Accorder"), hierarchy.text());
            hierarchy.unfold("Viser").mustBeClean();
            hierarchy.type("Note pour l’instruction", "Vu, sans réserve.");
            hierarchy.press("Viser la demande").sees("Bouée connectée");
            assertTrue(hierarchy.text().contains("Projet de décision visé"), hierarchy.text());
        }
    }
}

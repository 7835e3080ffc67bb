package fr.terrain.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.User;
import fr.terrain.Journey;
import fr.terrain.booking.Trials.Trial;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** A project owner ends a convention early, with a keyboard: the place stays kept until the tear-down, and a rival has the days after. */
@QuarkusTest
class TerminationJourneyTest {
    @Inject
    Trials trials;

    @Inject
    Fixtures fixtures;

    @Test
    void terminationWithNoticeKeepsThePlaceUntilTheTearDown() {
        Trial trial = trials.running();
        assertEquals("05-02 00:00 05-25 00:00", trials.rows(trial));
        try (Journey owner = Journey.as("porteur", "/mes-demandes/" + trial.reference())) {
            owner.mustBeClean();
            owner.choose("Cause de la résiliation", "D")
                    .date("Dernier jour d’occupation", "2027-05-05")
                    .type("Motif", "Le projet s’arrête faute de moyens.")
                    .press("Résilier la convention")
                    .mustBeClean();
            assertEquals(409, owner.status());
            assertTrue(owner.page().title().startsWith("Erreur"));
            assertTrue(owner.text().contains("Le préavis est de 8 jours"), owner.text());
            owner.date("Dernier jour d’occupation", "2027-05-11")
                    .press("Résilier la convention")
                    .mustBeClean();
            assertTrue(
                    owner.text()
                            .contains(
                                    "Dernier jour d’occupation : 11 mai 2027. Le lieu reste gardé jusqu’au 12 mai 2027"),
                    owner.text());
            assertFalse(owner.text().contains("Cause de la résiliation Choisissez"), owner.text());
        }
        assertEquals("TERMINATED", trials.status(trial));
        assertEquals("05-02 00:00 05-13 00:00", trials.rows(trial));
        String refused = rival(trial, "2027-05-12T00:00");
        String agreed = rival(trial, "2027-05-14T00:00");
        try (Journey officer = Journey.as("instructeur", "/instruction/" + trial.reference())) {
            officer.mustBeClean();
            assertTrue(officer.text().contains("Décision de l’occupant, à l’initiative de l’occupant"), officer.text());
            agree(officer, refused);
            assertEquals(409, officer.status());
            assertTrue(officer.text().contains("du 2 au 12 mai 2027"), officer.text());
            agree(officer, agreed);
            assertEquals(200, officer.status());
        }
        assertEquals("IN_REVIEW", status(refused));
        assertEquals("APPROVED", status(agreed));
    }

    private static void agree(Journey officer, String reference) {
        officer.open("/instruction/" + reference)
                .choose("Est‑ce une exploitation économique", "Non")
                .choose("Mode d’attribution", "Publicité");
        officer.type("Motif de ce choix", "Avis publié du 1er au 15 février 2027.")
                .press("Accorder du")
                .mustBeClean();
    }

    /** Another request for the same space, from this day for five days. */
    private String rival(Trial trial, String starts) {
        LocalDateTime from = LocalDateTime.parse(starts);
        long id = trials.inReview(trial.place(), fixtures.occupant(User.PORTEUSE), from, from.plusDays(5));
        return (String) fixtures.one("select reference from booking where id = :id", "id", id);
    }

    private Object status(String reference) {
        return fixtures.one("select status from booking where reference = :reference", "reference", reference);
    }
}

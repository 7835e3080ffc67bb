package fr.terrain.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.Journey;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JourneyPagesTest {
    private static final LocalDate START = LocalDate.now().plusDays(60);
    private static final LocalDate END = START.plusDays(20);

    @Inject
    Fixtures fixtures;

    private Place place;
    private long occupant;

    @BeforeEach
    void placeAndOccupant() {
        place = fixtures.place(new SpaceOf(1, 1, 2), new SpaceOf(2, 0, 0));
        occupant = fixtures.occupant(User.PORTEUR);
    }

    @Test
    void ownerAsksStepByStepAndOfficerAgrees() {
        String reference;
        try (Journey owner = begin()) {
            reference = place(owner);
            owner.sees("Votre essai");
            describe(owner).press("Continuer vers l’envoi").sees("Relire et envoyer");
            assertTrue(owner.text().contains("262,50 €"), owner.text());
            owner.press("Envoyer la demande").sees("Votre demande porte le numéro " + reference);
            assertTrue(owner.text().contains("la demande sera refusée par silence"), owner.text());
            owner.open("/mes-demandes").sees("Mes demandes");
            owner.press("Sondes de test").sees("Sondes de test");
        }
        try (Journey officer = Journey.as("instructeur", "/instruction")) {
            officer.sees("À instruire");
            officer.open("/instruction?q=" + reference)
                    .press("Prendre en charge")
                    .sees("Sondes de test");
            officer.press("Prendre en charge").sees("Sondes de test");
            officer.press("Accorder du").sees("Sondes de test");
            assertEquals(409, officer.status());
            assertTrue(officer.text().contains("indiquez comment le titre est attribué"), officer.text());
            officer.choose("Est‑ce une exploitation économique", "Non");
            officer.choose("Mode d’attribution", "Publicit");
            officer.press("Accorder du").sees("Sondes de test");
            assertEquals(409, officer.status());
            assertTrue(officer.text().contains("le motif figure dans la convention"), officer.text());
            officer.type("Motif de ce choix", "Avis publié du 1er au 15 février.");
            officer.press("Accorder du").sees("Sondes de test");
            assertEquals(200, officer.status());
        }
        assertEquals("APPROVED", status(reference));
        try (Journey owner = Journey.as("porteur", "/mes-demandes/" + reference)) {
            owner.sees("Sondes de test");
            assertTrue(owner.text().contains("sous réserve de signature de la convention"), owner.text());
            assertFalse(owner.text().contains("Instructeur"), "an officer is named by their organisation");
        }
    }

    @Test
    void anOrganisationIsOpenedOnTheWayWithASiretThatHolds() {
        try (Journey owner = begin()) {
            owner.tick("Une autre organisation").type("Titre du projet", "Sondes de test");
            owner.type("Nom de l’organisation", "Bureau d’essai de test").choose("Nature", "Soci");
            owner.type("Forme juridique", "SAS de test").type("SIRET", "000 000 990 00011");
            owner.type("Adresse du siège", "1 rue de l’Essai, 13000 Exemple");
            owner.type("Personne qui signera", "Signataire de test").type("Sa qualité", "Présidente");
            owner.press("Continuer").sees("Demander ce terrain");
            assertEquals(400, owner.status());
            assertTrue(owner.text().contains("sa clé ne correspond pas"), owner.text());
            assertEquals(
                    "Bureau d’essai de test",
                    owner.page().getByLabel("Nom de l’organisation").inputValue());
            owner.type("SIRET", "000 000 026 00013").press("Continuer").sees("Demander ce terrain");
            assertEquals(409, owner.status());
            assertTrue(owner.text().contains("porte déjà ce SIRET"), owner.text());
            owner.type("SIRET", "000 000 099 00010").press("Continuer").sees("Lieu et dates");
        }
        assertEquals(
                1L,
                fixtures.one(
                        "select count(*) from organisation where name = 'Bureau d’essai de test' and siret = '00000009900010' and verified_at is null"));
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasTypedStays() {
        try (Journey owner = begin()) {
            owner.press("Continuer").sees("Demander ce terrain");
            assertEquals(400, owner.status());
            assertTrue(owner.page().title().startsWith("Erreur"), owner.page().title());
            title(owner).sees("Lieu et dates");
            owner.date("Dernier jour", START.minusDays(1).toString()).tick("Espace 1");
            owner.press("Continuer").sees("Lieu et dates");
            assertEquals(400, owner.status());
            assertTrue(owner.text().contains("Le dernier jour doit suivre le premier"), owner.text());
            assertEquals(
                    START.toString(), owner.page().getByLabel("Premier jour").inputValue());
            owner.date("Dernier jour", END.toString()).press("Continuer").sees("Votre essai");
            owner.type("Personnes présentes", "vingt").type("Ce que vous voulez essayer", "Trop court");
            owner.press("Continuer").sees("Votre essai");
            assertEquals("vingt", owner.page().getByLabel("Personnes présentes").inputValue());
            assertEquals(
                    "Trop court",
                    owner.page().getByLabel("Ce que vous voulez essayer").inputValue());
            owner.type("Personnes présentes", "4").press("Continuer");
            assertTrue(owner.text().contains("Dites en deux phrases"), owner.text());
        }
    }

    @Test
    void theSecondClickShowsTheFirstResult() {
        try (Journey owner = begin()) {
            owner.tick(name()).type("Titre du projet", "Sondes de test");
            Journey.Form begun = owner.form("Continuer");
            String first = owner.send(begun).location();
            assertEquals(first, owner.send(begun).location());
            owner.open(first);
            String reference = place(owner);
            describe(owner).press("Continuer vers l’envoi");
            Journey.Form sent = owner.form("Envoyer la demande");
            assertEquals("/demandes/" + reference + "/recue", owner.send(sent).location());
            assertEquals("/demandes/" + reference + "/recue", owner.send(sent).location());
            assertEquals(
                    1L,
                    fixtures.one(
                            "select count(*) from booking_event e join booking b on b.id = e.booking_id where b.reference = :reference and e.kind = 'SUBMIT'",
                            "reference",
                            reference));
        }
    }

    @Test
    void aStaleVersionIsSaidInWordsAndTheTextIsKept() {
        try (Journey owner = begin()) {
            title(owner);
            String reference = place(owner);
            owner.open("/demandes/" + reference + "/projet");
            fixtures.run(
                    "update booking set version = version + 1 where reference = :reference", "reference", reference);
            describe(owner).press("Continuer vers l’envoi").sees("Votre essai");
            assertEquals(412, owner.status());
            assertTrue(owner.text().contains("Ce dossier a changé depuis votre lecture"), owner.text());
            assertTrue(owner.page()
                    .getByLabel("Comment l’essai se déroule")
                    .inputValue()
                    .startsWith("Pose de douze"));
            owner.press("Continuer vers l’envoi").sees("Relire et envoyer");
        }
    }

    @Test
    void aRefusalComesWithItsReasons() {
        String reference = inReview();
        try (Journey officer = Journey.as("instructeur", "/instruction/" + reference)) {
            officer.unfold("Refuser").press("Refuser la demande").sees("Projet de test");
            assertEquals(409, officer.status());
            assertTrue(officer.text().contains("Écrivez le motif de droit"), officer.text());
            officer.type("Motif de droit", "Article 4 du règlement du port de test.");
            officer.type("Motif de fait", "Le quai reçoit une régate ces jours‑là.");
            Journey.Form twice = officer.form("Refuser la demande");
            officer.press("Refuser la demande").sees("Projet de test");
            assertEquals(303, officer.send(twice).status());
        }
        try (Journey owner = Journey.as("porteur", "/mes-demandes/" + reference)) {
            owner.sees("Projet de test");
            assertTrue(owner.text().contains("Le quai reçoit une régate"), owner.text());
            assertFalse(owner.text().contains("Instructeur"), owner.text());
        }
    }

    @Test
    void aCollisionIsSaidWithItsPeriods() {
        String first = inReview();
        String second = inReview();
        try (Journey officer = Journey.as("instructeur", "/instruction/" + first)) {
            officer.sees("Projet de test");
            agree(officer);
            agree(officer.open("/instruction/" + second)).sees("Projet de test");
            assertEquals(409, officer.status());
            assertTrue(officer.text().contains("Ces dates sont prises"), officer.text());
            assertTrue(officer.text().contains("Espace 1"), officer.text());
        }
        assertEquals("APPROVED", status(first));
        assertEquals("IN_REVIEW", status(second));
    }

    @Test
    void theOwnerWithdraws() {
        String reference = inReview();
        try (Journey owner = Journey.as("porteur", "/mes-demandes/" + reference)) {
            owner.type("Pourquoi la retirez‑vous", "Le projet est reporté.");
            owner.press("Retirer la demande").sees("Projet de test");
            assertTrue(owner.text().contains("Le projet est reporté."), owner.text());
        }
        assertEquals("WITHDRAWN", status(reference));
    }

    @Test
    void whatIsNotTheirsIsNotFoundOrNotAllowed() {
        String reference = inReview();
        try (Journey rival = Journey.as("porteuse", "/mes-demandes/" + reference)) {
            assertEquals(404, rival.status());
            rival.mustBeClean();
            rival.open("/instruction/" + reference);
            assertEquals(404, rival.status());
        }
        try (Journey owner = Journey.as("porteur", "/instruction/" + reference)) {
            assertEquals(403, owner.status());
            owner.mustBeClean();
        }
        try (Journey nobody = Journey.visitor()) {
            nobody.open("/mes-demandes/" + reference);
            assertTrue(
                    nobody.page().url().contains("/realms/terrain/"),
                    nobody.page().url());
        }
    }

    private Journey begin() {
        Journey owner =
                Journey.as("porteur", "/demandes/nouvelle?site=" + place.slug() + "&du=" + START + "&au=" + END);
        return owner.sees("Demander ce terrain");
    }

    private Journey title(Journey owner) {
        return owner.tick(name()).type("Titre du projet", "Sondes de test").press("Continuer");
    }

    /** Goes through the step of place and dates, from the first step or from itself; gives the reference. */
    private String place(Journey owner) {
        if (owner.path().startsWith("/demandes/nouvelle")) title(owner);
        owner.sees("Lieu et dates")
                .tick("Espace 1")
                .press("Enregistrer et voir le prix")
                .sees("Lieu et dates");
        assertTrue(owner.text().contains("21 × 12,50 € par jour"), owner.text());
        owner.press("Continuer");
        return owner.path().split("/")[2];
    }

    private static Journey describe(Journey owner) {
        owner.type("Ce que vous voulez essayer", "Mesurer la turbidité de l’eau du quai pendant trois semaines.");
        owner.type("Comment l’essai se déroule", "Pose de douze sondes, relevés toutes les dix minutes, retrait.");
        return owner.tick("Émission radio").type("Personnes présentes", "4");
    }

    private static Journey agree(Journey officer) {
        officer.choose("Est‑ce une exploitation économique", "Non").choose("Mode d’attribution", "Publicit");
        officer.type("Motif de ce choix", "Avis publié du 1er au 15 février 2027.");
        return officer.press("Accorder du");
    }

    private String inReview() {
        long id = fixtures.inReview(
                place,
                occupant,
                List.of(place.spaces().getFirst()),
                false,
                START.atStartOfDay(),
                END.plusDays(1).atStartOfDay());
        return (String) fixtures.one("select reference from booking where id = :id", "id", id);
    }

    private String name() {
        return (String) fixtures.one("select name from organisation where id = :id", "id", occupant);
    }

    private String status(String reference) {
        return (String) fixtures.one("select status from booking where reference = :reference", "reference", reference);
    }
}

package fr.terrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import fr.terrain.booking.BookingTrail;
import fr.terrain.document.PdfChecks;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The main job, end to end: four people with keyboards, from the map to the signed convention. Every page on the way is accessible. */
@QuarkusTest
class JourneyTest {
    private static final String FIRST = "2027-05-03";
    private static final String LAST = "2027-05-23";
    private static final Pattern REFERENCE = Pattern.compile("TER-[0-9]{4}-[0-9]{4,}");
    private static final Pattern NUMBER = Pattern.compile("CONV-[0-9]{4}-[0-9]{4,}");

    @Inject
    Fixtures fixtures;

    @Inject
    BookingTrail trail;

    @Test
    void fromTheMapToTheSignedConvention() throws Exception {
        String reference = find();
        agree(reference);
        String number = issue(reference);
        sign("porteur", number, "Il manque encore");
        sign("signataire", number, "Toutes les parties ont signé");
        leaveWithTheConvention(reference, number);
    }

    /** The project owner finds a port that is free for three weeks in May, sees what it costs, asks for it. */
    private String find() {
        try (Journey owner = Journey.visitor()) {
            owner.open("/").mustBeClean();
            owner.type("Ce que vous voulez tester", "frioul port")
                    .date("Du", FIRST)
                    .date("Au", LAST)
                    .renew("Rechercher", "du=" + FIRST);
            owner.mustBeClean();
            assertTrue(owner.text().contains("du 3 au 23 mai 2027"), owner.text());
            owner.follow("Port du Frioul").sees("Port du Frioul");
            owner.press("Demander ce terrain").signIn("porteur");
            owner.sees("Demander ce terrain")
                    .type("Titre du projet", "Bouée de houle")
                    .press("Continuer");
            owner.sees("Lieu et dates")
                    .tick("Quai nord")
                    .press("Enregistrer et voir le prix")
                    .sees("Lieu et dates");
            assertTrue(owner.text().contains("€"), owner.text());
            owner.press("Continuer").sees("Votre essai");
            owner.type("Ce que vous voulez essayer", "Mesurer la houle du bassin pendant trois semaines de printemps.");
            owner.type(
                    "Comment l’essai se déroule",
                    "Une bouée amarrée au quai, un relevé par minute, un passage par semaine.");
            owner.type("Personnes présentes", "3").press("Continuer").sees("Relire et envoyer");
            owner.press("Envoyer la demande").mustBeClean();
            String reference = found(REFERENCE, owner.text());
            owner.open("/mes-demandes").sees("Mes demandes");
            return reference;
        }
    }

    private void agree(String reference) {
        try (Journey officer = Journey.as("instructeur", "/instruction")) {
            officer.sees("À instruire");
            officer.type("Numéro, essai", reference).press("Filtrer").sees("À instruire");
            officer.press("Bouée de houle").mustBeClean();
            officer.press("Prendre en charge").mustBeClean();
            officer.choose("Est‑ce une exploitation économique", "Non").choose("Mode d’attribution", "Publicité");
            officer.type("Motif de ce choix", "Avis publié du 1er au 15 février 2027, aucune autre demande.");
            officer.press("Accorder du").mustBeClean();
            assertEquals("APPROVED", status(reference));
        }
    }

    private String issue(String reference) {
        try (Journey lawyer = Journey.as("juriste", "/conventions")) {
            lawyer.sees("Conventions").press("À émettre").sees("Conventions");
            lawyer.type("Numéro, essai", reference).press("Filtrer").sees("Conventions");
            lawyer.press(reference).mustBeClean();
            assertTrue(lawyer.text().contains("Bouée de houle"), lawyer.text());
            lawyer.press("Émettre la convention").mustBeClean();
            return found(NUMBER, lawyer.path());
        }
    }

    private static void sign(String user, String number, String said) {
        try (Journey party = Journey.as(user, "/conventions")) {
            party.sees("Conventions").press("À signer").sees("Conventions");
            party.type("Numéro, essai", number).press("Filtrer").sees("Conventions");
            party.press(number).mustBeClean();
            assertTrue(
                    party.text().contains("modèle incomplet") || party.text().contains("Modèle incomplet"),
                    "the notice of the model");
            party.tick("Je consens").press("Signer la convention").mustBeClean();
            assertTrue(party.text().contains(said), party.text());
        }
    }

    private void leaveWithTheConvention(String reference, String number) throws Exception {
        try (Journey owner = Journey.as("porteur", "/mes-demandes/" + reference)) {
            owner.mustBeClean();
            assertTrue(owner.text().contains("Convention signée"), owner.text());
            owner.open("/conventions/" + number);
            Download download = owner.download("PDF");
            byte[] pdf = Files.readAllBytes(download.path());
            PdfChecks.assertAccessibleArchive(pdf);
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
            owner.open("/verification/" + number).mustBeClean();
            assertTrue(owner.text().replace(" ", "").contains(hash), owner.text());
        }
        assertEquals("SIGNED", status(reference));
        long booking = ((Number)
                        fixtures.one("select id from booking where reference = :reference", "reference", reference))
                .longValue();
        assertTrue(trail.isWhole(booking));
        assertEquals(7L, fixtures.one("select count(*) from booking_event where booking_id = :id", "id", booking));
        assertEquals(1L, fixtures.one("select count(*) from occupation where booking_id = :id", "id", booking));
    }

    private Object status(String reference) {
        return fixtures.one("select status from booking where reference = :reference", "reference", reference);
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertTrue(matcher.find(), text);
        return matcher.group();
    }
}

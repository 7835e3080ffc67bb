package fr.terrain.convention;

import static fr.terrain.Tokens.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import fr.terrain.Browser;
import fr.terrain.Fixtures;
import fr.terrain.Journey;
import fr.terrain.Journey.Answer;
import fr.terrain.Journey.Form;
import fr.terrain.convention.AgreedBookings.Agreed;
import fr.terrain.document.PdfChecks;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A convention from its draft to its last signature, with real people, a keyboard and axe. */
@QuarkusTest
class ConventionPagesTest {
    private static final String HEADING = "Convention, Terrain de test";

    @TestHTTPResource("/")
    URI home;

    @Inject
    AgreedBookings bookings;

    @Inject
    Fixtures fixtures;

    private Agreed agreed;

    @BeforeEach
    void anAgreedBooking() {
        agreed = bookings.next();
    }

    @Test
    void isIssuedThenSignedByEveryParty() throws Exception {
        String number;
        try (Journey legal = Journey.as("juriste", "/conventions")) {
            legal.sees("Conventions");
            legal.open("/conventions?vue=a-emettre&q=" + agreed.reference())
                    .press(agreed.reference())
                    .sees(HEADING);
            assertTrue(legal.text().contains("Projet. Ce texte n’engage personne"), legal.text());
            assertTrue(legal.text().contains("Dans toutes les conventions"), legal.text());
            assertTrue(legal.text().contains("Parce que : l’occupation du domaine public est payée"), legal.text());
            assertEquals(
                    "Mesurer la houle.",
                    legal.page().locator("#OBJ ~ p .var").first().textContent());
            legal.press("Émettre la convention").sees(HEADING);
            number = legal.path().substring("/conventions/".length());
        }
        assertEquals("SIGNING", status());
        try (Journey owner = Journey.as("porteur", "/conventions")) {
            owner.sees("Conventions");
            owner.open("/conventions?vue=a-signer&q=" + number).press(number).sees(HEADING);
            assertTrue(owner.text().contains("L’expérimentation a pour objet : Mesurer la houle."), owner.text());
            owner.press("Signer la convention").sees(HEADING);
            assertEquals(409, owner.status());
            assertTrue(owner.page().title().startsWith("Erreur\u00a0: "));
            assertTrue(
                    owner.text().contains("Corrigez ce point pour continuer Cochez votre consentement"), owner.text());
            owner.reaches("#consent");
            owner.tick("Je consens").press("Signer la convention").sees(HEADING);
            assertTrue(
                    owner.text().contains("Votre signature est enregistrée Il manque encore : Organisme"),
                    owner.text());
            assertFalse(owner.text().contains("Signer la convention"), owner.text());
        }
        assertEquals("SIGNING", status());
        try (Journey grantor = Journey.as("signataire", "/conventions/" + number)) {
            grantor.tick("Je consens").press("Signer la convention").sees(HEADING);
            assertTrue(grantor.text().contains("Toutes les parties ont signé"), grantor.text());
            assertTrue(grantor.text().contains("Signatures, 2 sur 2"), grantor.text());
            assertArchived(grantor, number);
            grantor.open("/conventions?vue=signees").sees("Conventions");
            assertTrue(grantor.text().contains(number), grantor.text());
            grantor.open("/conventions?vue=a-signer&q=" + number).sees("Conventions");
            assertTrue(grantor.text().contains("Aucune convention ne répond à ces mots."), grantor.text());
        }
        assertEquals("SIGNED", status());
        try (Journey anybody = Journey.visitor().open("/verification/" + number)) {
            anybody.sees("Convention " + number);
            assertTrue(anybody.text().contains("Signée"), anybody.text());
            assertFalse(anybody.page().content().matches("(?s).*(Organisme|Signataire de|Terrain de test|houle).*"));
            assertEquals(404, anybody.open("/verification/CONV-2020-9999").status());
        }
    }

    @Test
    void theDraftSaysWhatIsMissingByFileAndLine() {
        try (Journey legal = Journey.as("juriste", "/conventions/projet/" + agreed.reference())) {
            Form form = legal.form("Émettre la convention");
            fixtures.run(
                    "update project set purpose = 'Essai 中', protocol = '' where id = (select project_id from booking where id = :id)",
                    "id",
                    agreed.id());
            fixtures.run("update organisation set verified_at = null where id = :id", "id", agreed.occupant());
            legal.open("/conventions/projet/" + agreed.reference()).sees(HEADING);
            String missing = legal.page().locator("#manque").innerText().replaceAll("[\\s\\u00a0\\u202f]+", " ");
            for (String words : List.of(
                    "n’est pas encore vérifiée : faites contrôler son identité",
                    "Objet. Caractère impossible à imprimer : « 中 » (U+4E2D) dans « objet » (010-objet.md, ligne ",
                    "Protocole d’expérimentation. Donnée manquante : « protocole » (402-annexe-protocole.md, ligne "))
                assertTrue(missing.contains(words), missing);
            assertEquals(
                    "true",
                    legal.page().locator("button[aria-describedby=manque]").getAttribute("aria-disabled"));
            Answer refused = legal.send(form);
            assertEquals(409, refused.status());
            assertTrue(refused.text().contains("n’est pas encore vérifiée"), refused.text());
        }
        assertEquals("APPROVED", status());
    }

    @Test
    void aDraftThatChangedMeanwhileIsShownAnew() {
        try (Journey legal = Journey.as("juriste", "/conventions/projet/" + agreed.reference())) {
            Form form = legal.form("Émettre la convention");
            fixtures.run("update booking set version = version + 1 where id = :id", "id", agreed.id());
            Answer stale = legal.send(form);
            assertEquals(412, stale.status());
            assertTrue(stale.text().contains("Ce dossier a changé depuis votre lecture"), stale.text());
        }
        assertEquals("APPROVED", status());
    }

    @Test
    void aSecondClickShowsWhatTheFirstDid() {
        try (Journey legal = Journey.as("juriste", "/conventions/projet/" + agreed.reference())) {
            Form form = legal.form("Émettre la convention");
            Answer first = legal.send(form);
            assertEquals(303, first.status());
            assertEquals(first, legal.send(form));
            assertEquals("/conventions/" + number(), first.location());
            legal.open("/conventions/projet/" + agreed.reference());
            assertEquals("/conventions/" + number(), legal.path());
        }
        try (Journey owner = Journey.as("porteur", "/conventions/" + number())) {
            owner.tick("Je consens");
            Form form = owner.form("Signer la convention");
            Answer other = owner.send(with(form, "sha256", "00".repeat(32)));
            assertEquals(409, other.status());
            assertTrue(other.text().contains("Ce n’est pas la version émise"), other.text());
            assertEquals(409, owner.send(with(form, "consent", "")).status());
            assertEquals(400, owner.send(with(form, "party", "1;2")).status());
            assertEquals(403, owner.send(with(form, "party", "999999999")).status());
            assertEquals(403, owner.send(with(form, "_form", "faux")).status());
            assertEquals(0L, signatures());
            Answer first = owner.send(form);
            assertEquals(303, first.status());
            assertEquals(first, owner.send(form));
            assertEquals(1L, signatures());
        }
    }

    @Test
    void onlyThePartiesReadItAndOnlyTheLegalTeamPreparesIt() {
        issue();
        try (Journey rival = Journey.as("porteuse", "/conventions")) {
            rival.sees("Conventions");
            for (String view : List.of("a-emettre", "a-signer", "en-attente", "signees", "annulees"))
                assertFalse(
                        rival.open("/conventions?vue=" + view + "&q=" + number())
                                .text()
                                .contains(number()),
                        rival.text());
            assertEquals(404, rival.open("/conventions/" + number()).status());
            assertEquals(
                    404,
                    rival.page()
                            .request()
                            .get(home + "conventions/" + number() + ".pdf")
                            .status());
            assertEquals(
                    404, rival.open("/conventions/projet/" + agreed.reference()).status());
        }
        try (Journey officer = Journey.as("instructeur", "/conventions/" + number())) {
            officer.sees(HEADING);
            assertFalse(officer.text().contains("Signer la convention"), officer.text());
            assertEquals(
                    403,
                    officer.open("/conventions/projet/" + agreed.reference()).status());
        }
    }

    @Test
    void aTextThatTheModelNoLongerPrintsIsNotShown() {
        issue();
        String old = "CONV-2020-" + "%06d".formatted(agreed.id());
        fixtures.run("update document set state = 'VOID' where number = :number", "number", number());
        fixtures.run("""
                insert into document (booking_id, kind, version, number, title, inputs, bytes, sha256, state, issued_by, issued_at)
                select booking_id, kind, 2, :old, title, jsonb_set(inputs, '{template}', '"mise-a-disposition 2020-01"'), bytes, sha256, 'ISSUED', issued_by,
                       issued_at from document where number = :number
                """, "old", old, "number", number());
        try (Journey owner = Journey.as("porteur", "/conventions/" + old)) {
            owner.sees(HEADING);
            assertEquals(0, owner.page().locator("article.sheet").count());
            assertTrue(owner.text().contains("Le texte se lit dans le PDF"), owner.text());
        }
    }

    @Test
    void aWithdrawnRequestAnnulsItsConvention() {
        issue();
        as("porteur")
                .contentType("application/json")
                .body("{}")
                .post("/api/bookings/{id}/withdrawal", agreed.id())
                .then()
                .statusCode(200);
        try (Journey grantor = Journey.as("signataire", "/conventions/" + number())) {
            grantor.sees(HEADING);
            assertTrue(grantor.text().contains("Annulée"), grantor.text());
            assertFalse(grantor.text().contains("Signer la convention"), grantor.text());
        }
    }

    @Test
    void needsNoJavaScript() {
        issue();
        try (BrowserContext session = Browser.open(Browser.NARROW, false)) {
            Page page = session.newPage();
            page.navigate(home + "conventions/" + number());
            page.locator("#username").focus();
            page.keyboard().type("porteur");
            page.locator("#password").focus();
            page.keyboard().type("terrain-porteur");
            page.keyboard().press("Enter");
            page.locator("#consent").focus();
            page.keyboard().press("Space");
            page.locator("#signature button").focus();
            page.keyboard().press("Enter");
            page.getByText("Votre signature est enregistrée").waitFor();
        }
        assertEquals(1L, signatures());
    }

    private static void assertArchived(Journey reader, String number) throws Exception {
        Page page = reader.page();
        String name = page.locator("#fichier ~ p a").first().innerText().replace('\u00a0', ' ');
        assertTrue(name.matches("Convention " + number + " \\(PDF, [1-9][0-9]{1,3} ko, français\\)"), name);
        page.locator("#fichier ~ p a").first().focus();
        Download download = page.waitForDownload(() -> page.keyboard().press("Enter"));
        byte[] pdf = Files.readAllBytes(download.path());
        PdfChecks.assertAccessibleArchive(pdf);
        assertEquals(number + ".pdf", download.suggestedFilename());
        assertEquals(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf)),
                page.locator("#fichier ~ p .hash").textContent());
    }

    /** The form with another value in one field, which is added where it was not. */
    private static Form with(Form form, String field, String value) {
        List<List<String>> fields = new java.util.ArrayList<>(form.fields());
        fields.removeIf(one -> one.getFirst().equals(field));
        fields.add(List.of(field, value));
        return new Form(form.action(), fields);
    }

    private void issue() {
        as("juriste").post("/api/bookings/{id}/conventions", agreed.id()).then().statusCode(201);
    }

    private String status() {
        return (String) fixtures.one("select status from booking where id = :id", "id", agreed.id());
    }

    private String number() {
        return (String) fixtures.one(
                "select number from document where booking_id = :id order by id limit 1", "id", agreed.id());
    }

    private long signatures() {
        return ((Number) fixtures.one(
                        "select count(*) from signature s join document d on d.id = s.document_id where d.booking_id = :id",
                        "id",
                        agreed.id()))
                .longValue();
    }
}

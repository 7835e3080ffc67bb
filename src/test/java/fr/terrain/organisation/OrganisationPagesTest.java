package fr.terrain.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Browser;
import fr.terrain.Fixtures;
import fr.terrain.Fixtures.User;
import fr.terrain.Journey;
import fr.terrain.Session;
import fr.terrain.Siret;
import fr.terrain.TestClock;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages of organisations: opened, kept, shared and checked with plain forms; every one of them is accessible. */
@QuarkusTest
class OrganisationPagesTest {
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\"[^>]*rel=\"next\"");

    @TestHTTPResource("/")
    URI root;

    @Inject
    Fixtures fixtures;

    @Inject
    Invitations invitations;

    @Test
    void opensOneAndChecksIt() {
        Session founder = new Session(root).signIn("admin");
        String form = "/mes-organisations/nouvelle";
        HttpResponse<String> wrong = founder.submit(
                form, form, "key", UUID.randomUUID().toString(), "name", "Coopérative d’essai", "siret", "123");
        assertEquals(400, wrong.statusCode());
        assertTrue(wrong.body().contains("sa clé ne correspond pas"), wrong::body);
        assertTrue(wrong.body().contains("Coopérative d’essai"), wrong::body);
        String[] fields = {
            "key",
            UUID.randomUUID().toString(),
            "name",
            "Coopérative d’essai",
            "kind",
            "PRIVATE",
            "legalForm",
            "Coopérative",
            "siret",
            Siret.next(),
            "address",
            "4 rue de l’Essai, 13003 Marseille",
            "signatory",
            "Alix Essai",
            "quality",
            "Gérante"
        };
        String sheet = location(founder.submit(form, form, fields));
        assertEquals(sheet, location(founder.submit(form, form, fields)));
        assertTrue(founder.get("/mes-organisations").body().contains(sheet));
        assertTrue(founder.get(sheet).body().contains("Alix Essai"));
        String check = sheet.replace("/mes-organisations", "/verification-organisations");
        assertEquals(403, founder.get(check).statusCode());
        Session staff = new Session(root).signIn("instructeur");
        assertTrue(isListed(staff, check), check);
        assertEquals(
                400,
                staff.submit(check, check + "/verification", "version", staff.version(check), "checked", "")
                        .statusCode());
        staff.submit(
                check,
                check + "/verification",
                "version",
                staff.version(check),
                "checked",
                "Extrait Kbis du 1er décembre 2026");
        assertTrue(founder.get(sheet).body().contains("Identité vérifiée"));
        assertEquals(
                412,
                staff.submit(check, check + "/refus", "version", "0", "reason", "Le numéro est celui d’une autre.")
                        .statusCode());
    }

    @Test
    void aManagerKeepsItAndAMemberReads() {
        long id = fixtures.occupant(User.PORTEUR);
        fixtures.member(id, User.JURISTE);
        String sheet = "/mes-organisations/" + id;
        Session manager = new Session(root).signIn("porteur");
        Session member = new Session(root).signIn("juriste");
        assertFalse(member.get(sheet).body().contains("Envoyer l’invitation"));
        assertEquals(403, member.get(sheet + "/fiche").statusCode());
        assertEquals(404, new Session(root).signIn("porteuse").get(sheet).statusCode());
        assertEquals(
                403,
                member.submit(sheet, sheet + "/invitations", "email", "a@example.org")
                        .statusCode());
        assertEquals(
                303,
                manager.submit(sheet, sheet + "/invitations", "email", "a@example.org", "capabilities", "SIGN")
                        .statusCode());
        HttpResponse<String> twice = manager.submit(sheet, sheet + "/invitations", "email", "a@example.org");
        assertEquals(409, twice.statusCode());
        assertTrue(twice.body().contains("Cette adresse est déjà invitée"), twice::body);
        assertEquals(
                400,
                manager.submit(sheet, sheet + "/invitations", "email", "personne")
                        .statusCode());
        HttpResponse<String> last =
                manager.submit(sheet, sheet + "/membres/" + fixtures.account(User.PORTEUR) + "/retrait");
        assertEquals(409, last.statusCode());
        assertTrue(last.body().contains("dernière personne qui gère les membres"), last::body);
        String tomorrow = TestClock.today().plusDays(1).toString();
        assertEquals(
                303,
                manager.submit(
                                sheet,
                                sheet + "/suppleances",
                                "absent",
                                Long.toString(fixtures.account(User.PORTEUR)),
                                "standIn",
                                Long.toString(fixtures.account(User.JURISTE)),
                                "firstDay",
                                tomorrow,
                                "lastDay",
                                tomorrow)
                        .statusCode());
        assertTrue(member.get(sheet).body().contains("supplée"));
        assertEquals(
                303,
                manager.submit(sheet, sheet + "/reglages", "version", "0", "visa", "oui")
                        .statusCode());
        assertTrue(member.get(sheet).body().contains("Un visa hiérarchique est demandé avant chaque accord."));
        assertEquals(
                412, manager.submit(sheet, sheet + "/reglages", "version", "0").statusCode());
        assertEquals(
                "/mes-organisations",
                location(member.submit(sheet, sheet + "/membres/" + fixtures.account(User.JURISTE) + "/retrait")));
        assertEquals(404, member.get(sheet).statusCode());
    }

    @Test
    void everyPageIsAccessibleAndFits() {
        long id = fixtures.occupant(User.PORTEUR);
        fixtures.member(id, User.JURISTE, "sign");
        String sheet = "/mes-organisations/" + id;
        try (Journey manager = Journey.as("porteur", sheet)) {
            clean(manager);
            manager.open(sheet + "/fiche");
            clean(manager);
            manager.open("/mes-organisations/nouvelle").press("Inscrire l’organisation");
            assertEquals(400, manager.status());
            clean(manager);
            manager.open("/mes-organisations");
            clean(manager);
            manager.open(sheet)
                    .type("Adresse électronique", "guest@example.org")
                    .press("Envoyer l’invitation");
            clean(manager);
            assertTrue(manager.text().contains("guest@example.org"), manager.text());
        }
        long event = ((Number) fixtures.one(
                        "select max(id) from organisation_event where organisation_id = :id and kind = 'INVITED'",
                        "id",
                        id))
                .longValue();
        String link = invitations.findForMail(event).orElseThrow().path();
        try (Journey guest = Journey.visitor()) {
            guest.open(link);
            clean(guest);
            guest.press("Se connecter pour accepter").signIn("porteuse");
            assertEquals(link, guest.path());
            clean(guest);
            guest.press("Rejoindre l’organisation");
            assertEquals(sheet, guest.path());
            clean(guest);
        }
        try (Journey staff = Journey.as("instructeur", "/verification-organisations")) {
            clean(staff);
            staff.open("/verification-organisations/" + id);
            clean(staff);
            staff.open("/instruction/nouvelle-demande?q=essai");
            clean(staff);
        }
    }

    private static void clean(Journey journey) {
        Browser.assertAccessible(journey.page());
        journey.page().setViewportSize(Browser.NARROW, 900);
        Browser.assertFits(journey.page());
        journey.page().setViewportSize(Browser.WIDE, 900);
    }

    /** Whether one of the pages of what is to be checked leads to this sheet. */
    private static boolean isListed(Session staff, String sheet) {
        String next = "/verification-organisations";
        while (next != null) {
            String page = staff.get(next).body();
            if (page.contains("href=\"" + sheet + "\"")) return true;
            Matcher link = NEXT.matcher(page);
            next = link.find() ? link.group(1).replace("&amp;", "&") : null;
        }
        return false;
    }

    private static String location(HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode(), answer.body());
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }
}

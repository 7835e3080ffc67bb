package fr.terrain.booking;

import static fr.terrain.booking.Examined.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.User;
import fr.terrain.Session;
import fr.terrain.TestClock;
import fr.terrain.booking.Examined.Request;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The forms of the examination as people send them: faults in French beside their fields, what was typed kept, a second click harmless. */
@QuarkusTest
class ExaminationPagesTest {
    @TestHTTPResource
    URI root;

    @Inject
    Fixtures fixtures;

    @Inject
    Examined examined;

    private Request request;
    private Session officer;
    private String page;

    @BeforeEach
    void underReview() {
        request = examined.next();
        officer = new Session(root).signIn("instructeur");
        page = "/instruction/" + request.reference();
    }

    @Test
    void faultsAreSaidInFrenchBesideTheirFields() {
        HttpResponse<String> empty =
                officer.submit(page, page + "/complements", "version", officer.version(page), "why", "Court");
        assertEquals(400, empty.statusCode());
        assertTrue(empty.body().contains("Choisissez au moins un champ à compléter."), empty.body());
        assertTrue(empty.body().contains("href=\"#ask-for-changes-why\""), empty.body());
        assertTrue(empty.body().contains("id=\"ask-for-changes-answerBy-erreur\""), empty.body());
        assertTrue(empty.body().contains(">Court</textarea>"), "what was typed is kept");
        HttpResponse<String> late = officer.submit(
                page,
                page + "/complements",
                "version",
                officer.version(page),
                "fields",
                "DATES",
                "why",
                "Le quai ferme le soir.",
                "answerBy",
                TestClock.today().toString());
        assertEquals(400, late.statusCode());
        assertTrue(late.body().contains("Laissez au porteur jusqu’à un jour entre demain et le"), late.body());
        HttpResponse<String> nobody = officer.submit(page, page + "/affectation", "version", officer.version(page));
        assertEquals(400, nobody.statusCode());
        assertTrue(nobody.body().contains("Choisissez un agent."), nobody.body());
        HttpResponse<String> nowhere =
                officer.submit(page, page + "/transmission", "version", officer.version(page), "organisation", "x");
        assertEquals(400, nowhere.statusCode());
        assertTrue(nowhere.body().contains("Choisissez l’organisme compétent."), nowhere.body());
        assertTrue(nowhere.body().contains("Dites pourquoi cet organisme est compétent"), nowhere.body());
    }

    @Test
    void aVersionThatHasPassedIsToldAndASecondClickShowsTheFirst() {
        String version = officer.version(page);
        String[] asked = {
            "version",
            version,
            "fields",
            "NEEDS",
            "why",
            "Le quai ferme le soir.",
            "answerBy",
            TestClock.today().plusDays(9).toString()
        };
        examined.colleague(request, User.ADMIN, "instruct");
        Session admin = new Session(root).signIn("admin");
        assertEquals(
                303,
                admin.submit(
                                page,
                                page + "/affectation",
                                "version",
                                version,
                                "officer",
                                Long.toString(fixtures.account(User.ADMIN)))
                        .statusCode());
        HttpResponse<String> stale = officer.submit(page, page + "/complements", asked);
        assertEquals(412, stale.statusCode());
        assertTrue(stale.body().contains("Ce dossier a changé"), stale.body());
        asked[1] = officer.version(page);
        assertEquals(303, officer.submit(page, page + "/complements", asked).statusCode());
        assertEquals(303, officer.submit(page, page + "/complements", asked).statusCode(), "the same click again");
        assertEquals(
                1L,
                fixtures.one(
                        "select count(*) from booking_event where booking_id = :id and kind = 'ASK_FOR_CHANGES'",
                        "id",
                        request.id()));
    }

    @Test
    void whatWasForwardedLeadsBackToTheQueueTwice() {
        Place competent = examined.elsewhere();
        fixtures.run(
                "insert into site_party (site_id, organisation_id, role) values (:site, :owner, 'OWNER')",
                "site",
                request.place().site(),
                "owner",
                competent.grantor());
        String shown = officer.get(page).body();
        assertTrue(shown.contains("value=\"" + competent.grantor() + "\""), "who has a part in the site is offered");
        String[] to = {
            "version",
            officer.version(page),
            "organisation",
            Long.toString(competent.grantor()),
            "reason",
            "Ce quai relève du port."
        };
        String token = officer.token(page);
        for (int click = 0; click < 2; click++) {
            String[] fields = java.util.Arrays.copyOf(to, to.length + 2);
            fields[to.length] = "_form";
            fields[to.length + 1] = token;
            HttpResponse<String> answer = officer.post(page + "/transmission", fields);
            assertEquals(303, answer.statusCode());
            assertEquals(
                    "/instruction",
                    URI.create(answer.headers().firstValue("Location").orElseThrow())
                            .getPath());
        }
        assertEquals(404, officer.get(page).statusCode());
        Session partner = new Session(root).signIn("partenaire");
        HttpResponse<String> theirs = partner.get(page);
        assertEquals(200, theirs.statusCode());
        assertTrue(theirs.body().contains("Confier à un agent"), "nobody is in charge there yet");
    }

    @Test
    void theOwnerAnswersOnlyTheFieldsOfThePage() {
        examined.ask(request, true, "DATES", "USE_CLASS", "TECHNIQUES", "TRL", "ORGANISATION");
        Session owner = new Session(root).signIn("porteur");
        String mine = "/mes-demandes/" + request.reference();
        assertTrue(owner.get(mine).body().contains("href=\"" + mine + "/complements\""));
        HttpResponse<String> form = owner.get(mine + "/complements");
        assertEquals(200, form.statusCode());
        for (String shown : new String[] {
            "name=\"firstDay\"",
            "name=\"useClass\"",
            "name=\"techniques\"",
            "name=\"trl\"",
            "Le délai de réponse est suspendu"
        }) assertTrue(form.body().contains(shown), shown);
        for (String hidden : new String[] {
            "name=\"title\"", "name=\"purpose\"", "name=\"spaces\"", "name=\"areaM2\"", "name=\"needs\""
        }) assertFalse(form.body().contains(hidden), hidden);
        String version = owner.version(mine + "/complements");
        HttpResponse<String> other = owner.submit(
                mine + "/complements",
                mine + "/complements",
                "version",
                version,
                "title",
                "Un autre titre",
                "message",
                "Voici.");
        assertEquals(409, other.statusCode());
        assertTrue(other.body().contains("ce champ n’est pas demandé"), other.body());
        String[] answer = {
            "version",
            version,
            "firstDay",
            START.plusDays(1).toString(),
            "lastDay",
            START.plusDays(3).toString(),
            "useClass",
            "NO_REVENUE",
            "techniques",
            "RADIO",
            "trl",
            "7",
            "message",
            "L’adresse est à jour."
        };
        assertEquals(
                303,
                owner.submit(mine + "/complements", mine + "/complements", answer)
                        .statusCode());
        String told = owner.get(mine).body();
        for (String words : new String[] {
            "Demande complétée et renvoyée", "Avant\u00a0: ", "Maintenant\u00a0: Niveau 7", "L’adresse est à jour."
        }) assertTrue(told.contains(words), words);
        assertEquals(303, owner.get(mine + "/complements").statusCode(), "nothing is asked any more");
    }

    @Test
    void theNamesOfOfficersStayOnTheirSide() {
        examined.colleague(request, User.ADMIN, "instruct");
        assertEquals(
                303,
                officer.submit(
                                page,
                                page + "/affectation",
                                "version",
                                officer.version(page),
                                "officer",
                                Long.toString(fixtures.account(User.ADMIN)),
                                "reason",
                                "Surcharge de travail.")
                        .statusCode());
        assertTrue(officer.get(page).body().contains("Surcharge de travail."));
        String owner = new Session(root)
                .signIn("porteur")
                .get("/mes-demandes/" + request.reference())
                .body();
        assertTrue(owner.contains("Dossier confié à un autre agent"));
        assertFalse(owner.contains("Surcharge de travail."));
    }
}

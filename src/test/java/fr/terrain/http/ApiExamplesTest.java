package fr.terrain.http;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.Siret;
import fr.terrain.TestClock;
import fr.terrain.audit.Sealer;
import fr.terrain.booking.Requests;
import fr.terrain.deadline.DeadlineJob;
import fr.terrain.organisation.Invitations;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** One journey through every operation of the API, whose real bodies and answers are the examples of the document. */
@QuarkusTest
class ApiExamplesTest {
    private static final LocalDate FIRST = LocalDate.parse("2027-05-03");
    private static final LocalDate LAST = LocalDate.parse("2027-05-23");
    private static final String SOCIETY = "Bouées d’essai";
    /** How many organisations of other tests the staff is shown before this one. */
    private static final String BEFORE =
            "select count(*) from organisation where verified_at is null and refused_at is null and id < :id";

    private static final String REASON = "Le porteur a changé de calendrier.";

    @Inject
    Fixtures fixtures;

    @Inject
    Invitations invitations;

    @Inject
    DeadlineJob job;

    @Inject
    Sealer sealer;

    private final ExampleBook book = new ExampleBook();
    private Place place;
    private Place other;
    private long occupant;

    @Test
    void everyAnswerIsWhatItsExampleShows() throws IOException {
        places();
        organisations();
        people();
        absences();
        catalogue();
        entered();
        long booking = asked();
        examined(booking);
        convened(booking);
        rivals();
        decidedOtherwise();
        passedOn();
        proof();
        silence();
        tried(booking);
        endedEarly();
        book.close();
    }

    private void places() {
        place = named("quai-d-essai", "Quai d’essai", "Port d’essai");
        other = named("jardin-d-essai", "Jardin d’essai", "Ville d’essai");
        for (Place one : new Place[] {place, other})
            fixtures.member(one.grantor(), User.ADMIN, "instruct", "decide", "visa", "manage_members");
    }

    private Place named(String slug, String site, String grantor) {
        Place made = fixtures.place(new SpaceOf(2, 1, 1));
        fixtures.run(
                "update site set slug = :slug, name = :name, summary = 'Un lieu inventé pour les exemples.' where id = :id",
                "slug",
                slug,
                "name",
                site,
                "id",
                made.site());
        fixtures.run("update space set name = 'Darse nord' where site_id = :site", "site", made.site());
        fixtures.run(
                "update organisation set name = :name, verified_at = null where id = :id",
                "name",
                grantor,
                "id",
                made.grantor());
        fixtures.run("update organisation set verified_at = now() where id = :id", "id", made.grantor());
        return new Place(slug, made.site(), made.grantor(), made.spaces());
    }

    private void organisations() {
        occupant = id(book.says("porteur", "POST", "/api/organisations", organisation(SOCIETY)));
        String one = "/api/organisations/{id}";
        long before = number(BEFORE, occupant);
        book.says("instructeur", "GET", "/api/unchecked-organisations?limit=1&page=" + (before + 1), null);
        book.only("GET", "/api/unchecked-organisations", null, SOCIETY);
        book.says(
                "instructeur",
                "POST",
                one + "/verification",
                "{\"checked\": \"Avis de situation du 1er décembre 2026.\"}",
                occupant);
        book.says("porteur", "GET", "/api/organisations", null);
        book.only("GET", "/api/organisations", null, SOCIETY);
        book.says("porteur", "GET", one, null, occupant);
        book.says("admin", "PUT", one + "/settings", "{\"visaRequired\": true}", other.grantor());
        long doubtful = id(does("porteuse", "POST", "/api/organisations", organisation("Drones d’essai")));
        book.says(
                "instructeur",
                "POST",
                one + "/verification-refusal",
                "{\"reason\": \"Le SIRET est celui d’un autre établissement.\"}",
                doubtful);
        book.says("porteuse", "PUT", one, organisation("Drones d’essai"), doubtful);
        book.says("porteur", "GET", one + "/representatives", null, occupant);
        book.says("porteur", "POST", one + "/representatives", """
                {"name": "Dominique Essai", "quality": "Directrice", "delegationAct": "Décision DEMO-2026-002 du 1er décembre 2026",
                 "validFrom": "2026-12-01", "validUntil": "2028-12-31"}""", occupant);
    }

    private static String organisation(String name) {
        return """
                {"name": "%s", "legalForm": "SAS", "kind": "PRIVATE", "siret": "%s", "address": "3 quai de l’Essai, 13002 Marseille",
                 "contact": "contact@example.org", "signatory": "Camille Essai", "quality": "Présidente"}""".formatted(name, Siret.next());
    }

    private void people() {
        String one = "/api/organisations/{id}";
        String guest = "{\"email\": \"invite@example.org\", \"capabilities\": [\"SIGN\"]}";
        long invitation = id(book.says("porteur", "POST", one + "/invitations", guest, occupant));
        book.says("porteur", "GET", one + "/invitations", null, occupant);
        book.says("porteur", "POST", one + "/invitations/{invitation}/renewal", null, occupant, invitation);
        long event = number(
                "select max(id) from organisation_event where kind = 'INVITED' and invitation_id = :id", invitation);
        String token = invitations.findForMail(event).orElseThrow().path().substring("/invitations/".length());
        book.says("juriste", "POST", "/api/invitations/{token}/acceptance", null, token);
        long account = fixtures.account(User.JURISTE);
        book.says("porteur", "GET", one + "/members", null, occupant);
        book.says("porteur", "GET", one + "/members/{account}", null, occupant, account);
        book.says(
                "porteur",
                "PUT",
                one + "/members/{account}",
                "{\"capabilities\": [\"SIGN\", \"MANAGE_MEMBERS\"]}",
                occupant,
                account);
        book.says("porteur", "DELETE", one + "/members/{account}", null, occupant, account);
        book.says("porteur", "GET", one + "/events", null, occupant);
    }

    private void absences() {
        String all = "/api/organisations/{id}/stand-ins";
        String absence = "{\"absent\": %d, \"standIn\": %d, \"firstDay\": \"2027-07-01\", \"lastDay\": \"2027-07-31\"}"
                .formatted(fixtures.account(User.INSTRUCTEUR), fixtures.account(User.ADMIN));
        book.says("admin", "POST", all, absence, place.grantor());
        book.says("admin", "GET", all, null, place.grantor());
    }

    private void catalogue() {
        book.says(null, "GET", "/api/sites?q=inventé exemples&limit=1", null);
        book.says(null, "GET", "/api/sites/{slug}", null, place.slug());
        book.says(null, "GET", "/api/sites/{slug}/availability?from=2027-05-01&to=2027-05-31", null, place.slug());
        String wish = "{\"spaces\": %s, \"firstDay\": \"%s\", \"lastDay\": \"%s\", \"useClass\": \"NO_REVENUE\"}"
                .formatted(place.spaces(), FIRST, LAST);
        book.says(null, "POST", "/api/sites/{slug}/quote", wish, place.slug());
        keeps("/api/spaces/{space}", other.spaces().getFirst());
    }

    private void keeps(String one, long space) {
        fixtures.member(other.grantor(), User.ADMIN, "instruct", "decide", "visa", "manage_members", "keep_sites");
        String regatta =
                "{\"starts\": \"2027-06-05T00:00:00\", \"ends\": \"2027-06-07T00:00:00\", \"cause\": \"Régate d’essai\"}";
        long closure = id(book.says("admin", "POST", one + "/closures", regatta, space));
        book.says("admin", "GET", one + "/closures", null, space);
        book.says("admin", "DELETE", one + "/closures/{closure}", null, space, closure);
        book.says("admin", "PUT", one + "/capacity", "{\"capacity\": 3}", space);
    }

    private void entered() {
        book.says("instructeur", "POST", "/api/entered-bookings", """
                {"site": "%s", "channel": "PAPER", "receivedOn": "2026-11-27", "title": "Essai sur papier", "contact": "atelier@example.org",
                 "opened": {"name": "Atelier sur papier", "kind": "ASSOCIATION", "address": "2 rue de l’Essai, 13002 Marseille"}}""".formatted(place.slug()));
    }

    private String request(Place where, String title, LocalDate first, LocalDate last) {
        return """
                {"site": "%s", "organisation": %d, "project": {"title": "%s", "purpose": "Mesurer la houle dans la darse pendant trois semaines.",
                 "protocol": "Une bouée ancrée, un relevé par minute, un passage par semaine.", "techniques": ["RADIO"], "trl": 6, "people": 3},
                 "spaces": %s, "firstDay": "%s", "lastDay": "%s", "areaM2": 50, "useClass": "NO_REVENUE", "needs": "Une prise de courant."}""".formatted(where.slug(), occupant, title, where.spaces(), first, last);
    }

    private long asked() {
        long booking = id(book.says("porteur", "POST", "/api/bookings", request(place, "Bouée", FIRST, LAST)));
        String one = "/api/bookings/{id}";
        book.says("porteur", "PUT", one, request(place, "Bouée connectée", FIRST, LAST), booking);
        book.says("porteur", "POST", one + "/submission", null, booking);
        book.says("porteur", "GET", "/api/bookings", null);
        book.only("GET", "/api/bookings", null, SOCIETY);
        return booking;
    }

    private void examined(long booking) {
        String one = "/api/bookings/{id}";
        book.says("instructeur", "GET", "/api/queue?q=" + reference(booking), null);
        book.only("GET", "/api/queue", "requests", SOCIETY);
        String receipt = "{\"sentOn\": \"2026-12-01\", \"how\": \"Remis en main propre.\"}";
        book.says("instructeur", "POST", one + "/receipt", receipt, booking);
        book.says("instructeur", "POST", one + "/review", null, booking);
        book.says("instructeur", "GET", one + "/assignment", null, booking);
        String officer = "{\"officer\": %d, \"reason\": \"Pour l’absence de juillet.\"}";
        book.says("instructeur", "POST", one + "/assignment", officer.formatted(fixtures.account(User.ADMIN)), booking);
        does("admin", "POST", one + "/assignment", officer.formatted(fixtures.account(User.INSTRUCTEUR)), booking);
        book.says(
                "instructeur",
                "POST",
                one + "/change-request",
                "{\"fields\": [\"NEEDS\"], \"why\": \"Précisez la puissance de la prise.\", \"answerBy\": \"2026-12-15\"}",
                booking);
        book.says(
                "porteur",
                "POST",
                one + "/resubmission",
                "{\"needs\": \"Une prise de 16 ampères.\", \"message\": \"Voici la puissance.\"}",
                booking);
        book.says("instructeur", "GET", one + "/change-request", null, booking);
        book.says("instructeur", "POST", one + "/option", "{\"until\": \"2026-12-20\"}", booking);
        book.says("instructeur", "POST", one + "/option-release", null, booking);
        book.says("instructeur", "POST", one + "/approval", Requests.AGREED, booking);
        book.says("porteur", "GET", one, null, booking);
        book.says(null, "GET", "/api/sites/{slug}/calendar.ics", null, place.slug());
        book.says(
                null,
                "GET",
                "/api/sites/{slug}/spaces/{space}/calendar.ics",
                null,
                place.slug(),
                place.spaces().getFirst());
    }

    private void convened(long booking) {
        String one = "/api/bookings/{id}";
        book.says("juriste", "POST", one + "/conventions", null, booking);
        book.says("juriste", "POST", one + "/recall", "{\"reason\": \"Une clause est à corriger.\"}", booking);
        does("juriste", "POST", one + "/conventions", null, booking);
        String no = "{\"reason\": \"La durée du préavis ne convient pas.\"}";
        book.says("porteur", "POST", one + "/signature-refusal", no, booking);
        Response issued = does("juriste", "POST", one + "/conventions", null, booking);
        String number = issued.path("number");
        String consent = "{\"sha256\": \"%s\", \"consent\": true}".formatted((String) issued.path("sha256"));
        book.says("porteur", "POST", "/api/conventions/{number}/signatures", consent, number);
        does("signataire", "POST", "/api/conventions/{number}/signatures", consent, number);
        book.says("porteur", "GET", "/api/conventions/{number}", null, number);
        book.says(null, "GET", "/api/conventions/{number}/verification", null, number);
    }

    private void rivals() {
        String one = "/api/bookings/{id}";
        fixtures.run("update space set capacity = 1 where site_id = :site", "site", other.site());
        fixtures.run("update organisation set visa_required = false where id = :id", "id", other.grantor());
        long won = inReview(other, "Gradins mobiles", FIRST, LAST);
        long waits = inReview(other, "Bancs connectés", FIRST.plusDays(2), LAST);
        does("instructeur", "POST", one + "/approval", Requests.AGREED, won);
        book.says("instructeur", "POST", one + "/waiting-list", null, waits);
        book.says("porteur", "GET", one + "/waiting-list", null, waits);
        book.says("porteur", "POST", one + "/waiting-list-exit", "{\"reason\": \"Un autre lieu convient.\"}", waits);
        String days = "{\"firstDay\": \"2027-06-07\", \"lastDay\": \"2027-06-25\", \"answerBy\": \"2026-12-15\"}";
        book.says("instructeur", "POST", one + "/offer", days, waits);
        book.says("porteur", "POST", one + "/offer-refusal", "{\"reason\": \"Ces dates ne vont pas.\"}", waits);
        does("instructeur", "POST", one + "/offer", days.replace("2027-06", "2027-07"), waits);
        book.says("porteur", "POST", one + "/offer-acceptance", null, waits);
        book.says(
                "instructeur",
                "POST",
                one + "/rescission",
                "{\"law\": \"Article L. 2122-3 du CG3P : le titre est précaire et révocable.\", \"fact\": \"Le jardin s’est affaissé.\", \"urgency\": \"Le sol menace de céder.\"}",
                won);
    }

    private void decidedOtherwise() {
        LocalDate autumn = LocalDate.parse("2027-09-06");
        long refused = inReview(place, "Pontons souples", autumn, autumn.plusDays(11));
        book.says("instructeur", "POST", "/api/bookings/{id}/refusal", Requests.REFUSED, refused);
        long left = inReview(place, "Filets bavards", autumn, autumn.plusDays(11));
        book.says("porteur", "POST", "/api/bookings/{id}/withdrawal", "{\"reason\": \"%s\"}".formatted(REASON), left);
    }

    private void passedOn() {
        fixtures.run("update organisation set visa_required = true where id = :id", "id", other.grantor());
        LocalDate autumn = LocalDate.parse("2027-10-04");
        long seen = inReview(other, "Haies sonores", autumn, autumn.plusDays(4));
        book.says("admin", "POST", "/api/bookings/{id}/visa", "{\"note\": \"Rien ne s’y oppose.\"}", seen);
        long wrong = inReview(place, "Lampadaires marins", autumn, autumn.plusDays(4));
        String beside = "insert into site_party (site_id, organisation_id, role) values (:site, :owner, 'OWNER')";
        fixtures.run(beside, "site", place.site(), "owner", other.grantor());
        book.says("instructeur", "GET", "/api/bookings/{id}/forwarding", null, wrong);
        fixtures.run("delete from site_party where organisation_id = :owner", "owner", other.grantor());
        book.only("GET", "/api/bookings/{id}/forwarding", null, "Ville d’essai");
        String to = "{\"organisation\": %d, \"reason\": \"Ce lieu relève de la ville.\"}".formatted(other.grantor());
        book.says("instructeur", "POST", "/api/bookings/{id}/forwarding", to, wrong);
    }

    private void proof() {
        TestClock.travel(LocalDateTime.parse("2026-12-02T08:00"));
        sealer.seal();
        book.says(null, "GET", "/api/audit/keys", null);
        book.says(null, "GET", "/api/audit/seals?limit=1&before=2026-12-02", null);
        fixtures.run(
                "insert into account (subject, name, email) values ('a-oublier', 'Pascale Oubli', 'oubli@example.org') on conflict do nothing");
        long person = ((Number) fixtures.one("select id from account where subject = 'a-oublier'")).longValue();
        book.says(
                "admin",
                "POST",
                "/api/accounts/{id}/forgetting",
                "{\"reason\": \"Demande reçue le 1er décembre 2026.\", \"names\": [\"P. Oubli\"]}",
                person);
    }

    private void silence() {
        LocalDate summer = LocalDate.parse("2027-08-02");
        long silent = submitted(place, "Phares parlants", summer, summer.plusDays(4));
        TestClock.travel(LocalDateTime.parse("2027-02-10T09:00"));
        rings(silent, "SILENCE");
        book.says("porteur", "POST", "/api/bookings/{id}/reasons-request", null, silent);
        book.says("instructeur", "POST", "/api/bookings/{id}/reasons", Requests.REFUSED, silent);
    }

    private void tried(long booking) {
        String one = "/api/bookings/{id}";
        meetAll(booking);
        TestClock.travel(FIRST.atTime(8, 0));
        book.says("instructeur", "POST", one + "/start", null, booking);
        String weather =
                "{\"cause\": \"WEATHER\", \"words\": \"Coup de vent annoncé.\", \"expectedOn\": \"2027-05-05\"}";
        book.says("instructeur", "POST", one + "/suspension", weather, booking);
        book.says("instructeur", "POST", one + "/resumption", "{\"words\": \"Le vent est tombé.\"}", booking);
        TestClock.travel(LAST.plusDays(1).atTime(8, 0));
        rings(booking, "FINISH");
        String report = """
                {"text": "La bouée a tenu vingt jours et donné trente mille relevés de houle.", "learnt": "La darse est calme au printemps.",
                 "publicSummary": "La houle de la darse a été mesurée pendant trois semaines."}""";
        book.says("porteur", "POST", one + "/report", report, booking);
        book.says("instructeur", "POST", one + "/report-rejection", "{\"reason\": \"Ajoutez les relevés.\"}", booking);
        does("porteur", "POST", one + "/report", report, booking);
        book.says("porteur", "GET", one + "/trial", null, booking);
        book.says("instructeur", "POST", one + "/closing", null, booking);
        book.says("porteur", "GET", one + "/timeline", null, booking);
    }

    private void meetAll(long booking) {
        String conditions = "/api/bookings/{id}/conditions";
        String insurance = "{\"kind\": \"INSURANCE\", \"validUntil\": \"2028-05-24\"}";
        book.says("instructeur", "POST", conditions, insurance, booking);
        for (String kind : new String[] {"ENTRY_INSPECTION", "TRANSMISSION", "NOTIFICATION"})
            does(
                    "instructeur",
                    "POST",
                    conditions,
                    "{\"kind\": \"%s\", \"doneOn\": \"2026-12-02\", \"reference\": \"DEMO-013-2026\"}".formatted(kind),
                    booking);
    }

    private void endedEarly() {
        LocalDate winter = LocalDate.parse("2028-01-10");
        long early = inReview(place, "Digue attentive", winter, winter.plusDays(20));
        does("instructeur", "POST", "/api/bookings/{id}/approval", Requests.AGREED, early);
        Response issued = does("juriste", "POST", "/api/bookings/{id}/conventions", null, early);
        String consent = "{\"sha256\": \"%s\", \"consent\": true}".formatted((String) issued.path("sha256"));
        for (String user : new String[] {"porteur", "signataire"})
            does(user, "POST", "/api/conventions/{number}/signatures", consent, (String) issued.path("number"));
        book.says(
                "instructeur",
                "POST",
                "/api/bookings/{id}/termination",
                "{\"cause\": \"LOSS_OF_PERMIT\", \"lastDay\": \"2028-01-15\", \"reason\": \"L’autorisation d’émettre n’est pas renouvelée.\"}",
                early);
    }

    private long submitted(Place where, String title, LocalDate first, LocalDate last) {
        long id = id(does("porteur", "POST", "/api/bookings", request(where, title, first, last)));
        does("porteur", "POST", "/api/bookings/{id}/submission", null, id);
        return id;
    }

    private long inReview(Place where, String title, LocalDate first, LocalDate last) {
        long id = submitted(where, title, first, last);
        does("instructeur", "POST", "/api/bookings/{id}/review", null, id);
        return id;
    }

    /** Something that must happen, without being an example. */
    private static Response does(String user, String method, String path, String body, Object... named) {
        return new ExampleBook().says(user, method, path, body, named);
    }

    private void rings(long booking, String kind) {
        job.retry(number(
                "select id from deadline where subject_id = :id and kind = '" + kind + "' and done_at is null",
                booking));
    }

    private Object reference(long booking) {
        return fixtures.one("select reference from booking where id = :id", "id", booking);
    }

    private long number(String sql, long id) {
        return ((Number) fixtures.one(sql, "id", id)).longValue();
    }

    private static long id(Response answer) {
        return answer.jsonPath().getLong("id");
    }
}

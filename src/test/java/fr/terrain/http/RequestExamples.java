package fr.terrain.http;

import static fr.terrain.http.ExampleBook.does;
import static fr.terrain.http.ExampleBook.id;
import static fr.terrain.http.OrganisationExamples.SOCIETY;
import static fr.terrain.http.RequestExamples.FIRST;
import static fr.terrain.http.RequestExamples.LAST;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.User;
import fr.terrain.booking.Requests;
import io.restassured.response.Response;
import java.time.LocalDate;

/** What the examples of the API show of requests: asked, examined, agreed or not, passed on, ended. */
final class RequestExamples {
    static final LocalDate FIRST = LocalDate.parse("2027-05-03");
    static final LocalDate LAST = LocalDate.parse("2027-05-23");
    private static final String REASON = "Le porteur a changé de calendrier.";

    private final ExampleBook book;
    private final Fixtures fixtures;
    private final Place place;
    private final Place other;
    private final long occupant;

    RequestExamples(ExampleBook book, Fixtures fixtures, Place place, Place other, long occupant) {
        this.book = book;
        this.fixtures = fixtures;
        this.place = place;
        this.other = other;
        this.occupant = occupant;
    }

    private String request(Place where, String title, LocalDate first, LocalDate last) {
        return """
                {"site": "%s", "organisation": %d, "project": {"title": "%s", "purpose": "Mesurer la houle dans la darse pendant trois semaines.",
                 "protocol": "Une bouée ancrée, un relevé par minute, un passage par semaine.", "techniques": ["RADIO"], "trl": 6, "people": 3},
                 "spaces": %s, "firstDay": "%s", "lastDay": "%s", "areaM2": 50, "useClass": "NO_REVENUE", "needs": "Une prise de courant."}""".formatted(where.slug(), occupant, title, where.spaces(), first, last);
    }

    long asked() {
        long booking = id(book.says("porteur", "POST", "/api/bookings", request(place, "Bouée", FIRST, LAST)));
        String one = "/api/bookings/{id}";
        book.says("porteur", "PUT", one, request(place, "Bouée connectée", FIRST, LAST), booking);
        book.says("porteur", "POST", one + "/submission", null, booking);
        book.says("porteur", "GET", "/api/bookings", null);
        book.only("GET", "/api/bookings", null, SOCIETY);
        return booking;
    }

    void examined(long booking) {
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

    void convened(long booking) {
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

    void rivals() {
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

    void decidedOtherwise() {
        LocalDate autumn = LocalDate.parse("2027-09-06");
        long refused = inReview(place, "Pontons souples", autumn, autumn.plusDays(11));
        book.says("instructeur", "POST", "/api/bookings/{id}/refusal", Requests.REFUSED, refused);
        long left = inReview(place, "Filets bavards", autumn, autumn.plusDays(11));
        book.says("porteur", "POST", "/api/bookings/{id}/withdrawal", "{\"reason\": \"%s\"}".formatted(REASON), left);
    }

    void passedOn() {
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

    void meetAll(long booking) {
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

    void endedEarly() {
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

    long submitted(Place where, String title, LocalDate first, LocalDate last) {
        long id = id(does("porteur", "POST", "/api/bookings", request(where, title, first, last)));
        does("porteur", "POST", "/api/bookings/{id}/submission", null, id);
        return id;
    }

    private long inReview(Place where, String title, LocalDate first, LocalDate last) {
        long id = submitted(where, title, first, last);
        does("instructeur", "POST", "/api/bookings/{id}/review", null, id);
        return id;
    }

    private Object reference(long booking) {
        return fixtures.one("select reference from booking where id = :id", "id", booking);
    }
}

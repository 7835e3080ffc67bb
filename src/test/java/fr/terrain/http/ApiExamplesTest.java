package fr.terrain.http;

import static fr.terrain.http.ExampleBook.does;
import static fr.terrain.http.ExampleBook.id;
import static fr.terrain.http.RequestExamples.FIRST;
import static fr.terrain.http.RequestExamples.LAST;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.TestClock;
import fr.terrain.audit.Sealer;
import fr.terrain.booking.Requests;
import fr.terrain.deadline.DeadlineJob;
import fr.terrain.organisation.Invitations;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** One journey through every operation of the API, whose real bodies and answers are the examples of the document. */
@QuarkusTest
class ApiExamplesTest {

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
    private RequestExamples requests;

    @Test
    void everyAnswerIsWhatItsExampleShows() throws IOException {
        places();
        OrganisationExamples organisations = new OrganisationExamples(book, fixtures, invitations);
        long occupant = organisations.open(other);
        organisations.people(occupant);
        organisations.absences(place);
        catalogue();
        lives();
        entered();
        requests = new RequestExamples(book, fixtures, place, other, occupant);
        long booking = requests.asked();
        requests.examined(booking);
        requests.convened(booking);
        requests.rivals();
        requests.decidedOtherwise();
        requests.passedOn();
        proof();
        silence();
        tried(booking);
        requests.endedEarly();
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
        book.says("admin", "PUT", one + "/busy-feed", "{\"address\": \"https://agenda.example.org/quai.ics\"}", space);
        book.says("admin", "GET", one + "/busy-feed", null, space);
        book.says("admin", "DELETE", one + "/busy-feed", null, space);
        book.says("admin", "PUT", one + "/capacity", "{\"capacity\": 3}", space);
    }

    private void lives() {
        String one = "/api/sites/{slug}";
        String content = """
                {"identity": {"name": "Banc d’essai", "category": "lab_iot", "summary": "Un banc inventé pour les exemples.",
                  "description": "Rien de ce qui est écrit ici n’est vrai.", "indoor": true, "themes": ["iot"], "equipment": ["Mât de 12 m"]},
                 "place": {"insee": "13041", "longitude": 5.469, "latitude": 43.4547, "positionConfidence": "HIGH", "constraints": ["TIERS"]},
                 "terms": {"whoDecides": "Le laboratoire décide.", "documents": ["Note de présentation"], "usualDays": 15, "cost": "",
                  "conditions": "Un essai à la fois.", "legalLevers": [], "contact": "banc@example.org"},
                 "spaces": [{"name": "Hall", "domain": "PRIVATE", "capacity": 2,
                   "rules": [{"kind": "CLOSED", "weekdays": [6, 7], "cause": "Fermé en fin de semaine"}]}]}""";
        book.says(
                "admin",
                "POST",
                "/api/sites",
                "{\"organisationId\": %d, \"content\": %s}".formatted(other.grantor(), content));
        String slug =
                (String) fixtures.one("select slug from site where name = 'Banc d’essai' order by id desc limit 1");
        book.says("admin", "GET", one + "/revision", null, slug);
        book.says("admin", "PUT", one, content.replace("15", "20"), slug);
        book.says("admin", "POST", one + "/submission", null, slug);
        String why = "{\"reason\": \"Précisez qui répond en août.\"}";
        book.says("instructeur", "POST", one + "/change-request", why, slug);
        does("admin", "POST", one + "/submission", null, slug);
        book.says("instructeur", "POST", one + "/validation", null, slug);
        does("admin", "PUT", one, content, slug);
        does("admin", "POST", one + "/submission", null, slug);
        book.says("instructeur", "POST", one + "/rejection", why, slug);
        book.says("admin", "POST", one + "/suspension", "{\"reason\": \"Travaux jusqu’à l’automne.\"}", slug);
        book.says("admin", "POST", one + "/resumption", null, slug);
        book.says("admin", "POST", one + "/archiving", "{\"reason\": \"Le lieu a fermé.\"}", slug);
        book.says("admin", "POST", one + "/restoration", null, slug);
        book.says("admin", "GET", one + "/history", null, slug);
    }

    private void entered() {
        book.says("instructeur", "POST", "/api/entered-bookings", """
                {"site": "%s", "channel": "PAPER", "receivedOn": "2026-11-27", "title": "Essai sur papier", "contact": "atelier@example.org",
                 "opened": {"name": "Atelier sur papier", "kind": "ASSOCIATION", "address": "2 rue de l’Essai, 13002 Marseille"}}""".formatted(place.slug()));
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
        long silent = requests.submitted(place, "Phares parlants", summer, summer.plusDays(4));
        TestClock.travel(LocalDateTime.parse("2027-02-10T09:00"));
        rings(silent, "SILENCE");
        book.says("porteur", "POST", "/api/bookings/{id}/reasons-request", null, silent);
        book.says("instructeur", "POST", "/api/bookings/{id}/reasons", Requests.REFUSED, silent);
    }

    private void tried(long booking) {
        String one = "/api/bookings/{id}";
        requests.meetAll(booking);
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

    private void rings(long booking, String kind) {
        job.retry(number(
                "select id from deadline where subject_id = :id and kind = '" + kind + "' and done_at is null",
                booking));
    }

    private long number(String sql, long id) {
        return ((Number) fixtures.one(sql, "id", id)).longValue();
    }
}

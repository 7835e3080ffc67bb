package fr.terrain.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.Session;
import fr.terrain.TestClock;
import fr.terrain.booking.BookingStatus;
import fr.terrain.booking.Trials;
import fr.terrain.booking.Verb;
import fr.terrain.notification.GoldenMailsTest.Case;
import fr.terrain.notification.Letter.Link;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who receives a message follows its links and is on the page that it speaks of; and what officers note for themselves is in no message to who asks. */
@QuarkusTest
class MailLinksTest {
    private static final String NOTE = "Réserve du service juridique, à ne pas dire.";

    @TestHTTPResource("/")
    URI root;

    @Inject
    Fixtures fixtures;

    @Inject
    Trials trials;

    @Inject
    Happenings happenings;

    @Inject
    BookingLetters letters;

    private final Map<Long, Session> sessions = new HashMap<>();
    private final List<String> lost = new ArrayList<>();

    /** A booking of the people of the realm, and how it is called. */
    private record File(long id, String reference, String convention) {}

    @Test
    void everyLinkLeadsItsReaderToWhatTheMessageSpeaksOf() {
        File asked = asked();
        Trials.Trial signed = trials.signed();
        File agreed = new File(signed.id(), signed.reference(), signed.number());
        int followed = 0;
        for (Case one : GoldenMailsTest.cases().toList()) {
            BookingStatus to = one.from().after(one.verb());
            File file = one.from().isAgreed() || to.isAgreed() ? agreed : asked;
            for (Addressed letter : write(file, one.verb(), one.from(), to, doer(one.doer()), one.detail())) {
                follow(one, file, letter, letter.letter().link());
                if (letter.letter().also() != null)
                    follow(one, file, letter, letter.letter().also());
                followed++;
            }
        }
        assertEquals(List.of(), lost);
        assertTrue(followed > GoldenMailsTest.cases().count(), "nobody is told");
    }

    @Test
    void whatOfficersNoteForThemselvesReachesNobodyWhoAsks() {
        File file = asked();
        long porteur = fixtures.account(User.PORTEUR);
        for (Verb verb : new Verb[] {Verb.REASSIGN, Verb.GIVE_VISA}) {
            List<Addressed> told = write(
                    file,
                    verb,
                    BookingStatus.IN_REVIEW,
                    BookingStatus.IN_REVIEW,
                    fixtures.account(User.ADMIN),
                    "{\"note\": \"" + NOTE + "\", \"reason\": \"" + NOTE + "\"}");
            assertFalse(told.isEmpty());
            assertTrue(told.stream().noneMatch(letter -> letter.account() == porteur), verb::name);
            assertTrue(told.getFirst().letter().toString().contains(NOTE), verb::name);
        }
        write(file, Verb.TAKE_UP, BookingStatus.SUBMITTED, BookingStatus.IN_REVIEW, fixtures.account(User.ADMIN), "{}")
                .forEach(letter -> assertFalse(letter.letter().toString().contains(NOTE)));
        HttpResponse<String> page = session(porteur).get("/mes-demandes/" + file.reference());
        assertEquals(200, page.statusCode());
        assertFalse(page.body().contains(NOTE));
        assertTrue(session(fixtures.account(User.INSTRUCTEUR))
                .get("/instruction/" + file.reference())
                .body()
                .contains(NOTE));
    }

    /** A request in the hands of {@code instructeur}. */
    private File asked() {
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        long id = trials.inReview(place, fixtures.occupant(User.PORTEUR), Trials.START, Trials.END);
        fixtures.run(
                "update booking set officer_id = :officer where id = :id",
                "officer",
                fixtures.account(User.INSTRUCTEUR),
                "id",
                id);
        return new File(id, (String) fixtures.one("select reference from booking where id = :id", "id", id), null);
    }

    private List<Addressed> write(
            File file, Verb verb, BookingStatus from, BookingStatus to, Long doer, String detail) {
        fixtures.run("update booking set status = :to where id = :id", "to", to.name(), "id", file.id());
        long event = happenings.happen(file.id(), verb, from, to, doer, detail, TestClock.now());
        return QuarkusTransaction.requiringNew().call(() -> new ArrayList<>(letters.write(event)));
    }

    private Long doer(char who) {
        return switch (who) {
            case 'o' -> fixtures.account(User.PORTEUR);
            case 'i' -> fixtures.account(User.INSTRUCTEUR);
            case 'j' -> fixtures.account(User.JURISTE);
            case 's' -> fixtures.account(User.SIGNATAIRE);
            case 'v' -> fixtures.account(User.ADMIN);
            default -> null;
        };
    }

    private void follow(Case one, File file, Addressed letter, Link link) {
        String path = link.address().replace("https://terrain.example.org", "");
        HttpResponse<String> page = session(letter.account()).follow(root.resolve(path));
        boolean named = page.body().contains(file.reference())
                || file.convention() != null && page.body().contains(file.convention());
        if (page.statusCode() != 200 || !named)
            lost.add(one + " to " + letter.name() + ": " + path + " " + page.statusCode() + " " + page.uri());
    }

    /** Whose account this is, signed in. */
    private Session session(long account) {
        return sessions.computeIfAbsent(account, id -> {
            String subject = (String) fixtures.one("select subject from account where id = :id", "id", id);
            for (User user : User.values())
                if (user.subject.equals(subject))
                    return new Session(root).signIn(user.name().toLowerCase(Locale.ROOT));
            throw new AssertionError("nobody of the realm: " + id);
        });
    }
}

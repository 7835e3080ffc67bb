package fr.terrain.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Journey;
import fr.terrain.Session;
import fr.terrain.TestClock;
import fr.terrain.account.PersonForgotten;
import fr.terrain.booking.BookingStatus;
import fr.terrain.booking.Verb;
import fr.terrain.notification.Happenings.Cast;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of the mail: what the administration sees and does, and what a person chooses for themselves. */
@QuarkusTest
class DeliveryPagesTest {
    private static final String HERE = "/administration/courriels";

    @TestHTTPResource
    URI root;

    @Inject
    Fixtures fixtures;

    @Inject
    Happenings happenings;

    @Inject
    Outbox outbox;

    @Inject
    NotificationSender sender;

    @Inject
    PreferenceRepository preferences;

    @Inject
    Event<PersonForgotten> forgotten;

    private Cast cast;

    @BeforeEach
    void someNews() {
        fixtures.run("delete from event_pending");
        cast = happenings.cast();
        happenings.happen(
                happenings.booking(cast, BookingStatus.IN_REVIEW),
                Verb.TAKE_UP,
                BookingStatus.SUBMITTED,
                BookingStatus.IN_REVIEW,
                cast.ines(),
                "{}",
                TestClock.now());
        outbox.file();
    }

    @Test
    void onlyTheAdministrationSeesMessages() {
        long id = deliveryOf(cast.olive());
        for (String user : List.of("porteur", "instructeur", "juriste")) {
            Session other = new Session(root).signIn(user);
            assertEquals(403, other.get(HERE).statusCode(), user);
            assertEquals(403, other.get(HERE + "/" + id).statusCode(), user);
            assertEquals(
                    403,
                    other.submit("/mes-preferences", HERE + "/" + id + "/abandon")
                            .statusCode(),
                    user);
            assertEquals(
                    403,
                    other.submit("/mes-preferences", HERE + "/reprise", "source", "booking", "event", "1")
                            .statusCode(),
                    user);
        }
        assertEquals("WAITING", state(id));
    }

    @Test
    void withoutServerNothingIsSentAndThePageSaysSo() {
        assertEquals(0, sender.send());
        long id = deliveryOf(cast.olive());
        assertEquals("WAITING", state(id));
        Session admin = new Session(root).signIn("admin");
        String list = admin.get(HERE + "?vue=attente").body();
        assertTrue(list.contains("Aucun serveur de courrier n’est configuré"), list);
        assertTrue(list.contains(HERE + "/" + id + "\""), list);
        String message = admin.get(HERE + "/" + id).body();
        assertTrue(message.contains("Port d’essai a pris en charge votre demande"), message);
        assertTrue(message.contains("https://terrain.example.org/mes-demandes/TER-"), message);
        assertTrue(admin.get("/").body().contains("href=\"" + HERE + "\""));
    }

    @Test
    void whatIsGivenUpCanBeSentAgain() {
        Session admin = new Session(root).signIn("admin");
        long id = deliveryOf(cast.olive());
        String page = HERE + "/" + id;
        assertEquals(303, admin.submit(page, page + "/abandon").statusCode());
        assertEquals("ABANDONED", state(id));
        assertTrue(admin.get(HERE + "?vue=abandonnes").body().contains(page + "\""));
        HttpResponse<String> again = admin.submit(page, page + "/renvoi");
        assertEquals(303, again.statusCode());
        assertEquals("WAITING", state(id));
        assertEquals(403, admin.post(page + "/abandon").statusCode(), "a form without its token");
        assertEquals(404, admin.get(HERE + "/999999999").statusCode());
    }

    @Test
    void whatFailedIsShownWithItsReason() {
        long id = deliveryOf(cast.olive());
        fixtures.run(
                "update delivery set state = 'DEAD', last_code = 550, last_error = '550 <no> such mailbox' where id = :id",
                "id",
                id);
        Session admin = new Session(root).signIn("admin");
        String list = admin.get(HERE).body();
        assertTrue(list.contains("550 &lt;no&gt; such mailbox"), list);
        assertFalse(list.contains("Aucun message n’est en échec"), list);
        String page = HERE + "/" + id;
        assertEquals(303, admin.submit(page, page + "/renvoi").statusCode());
        assertEquals("WAITING", state(id));
    }

    @Test
    void eventThatWasSetAsideIsShownAndTakenAgain() {
        fixtures.run("insert into event_pending (source, event_id) values ('inconnue', 77)");
        outbox.file();
        Session admin = new Session(root).signIn("admin");
        String page = HERE + "?vue=ecartes";
        String list = admin.get(page).body();
        assertTrue(list.contains("inconnue 77"), list);
        assertTrue(list.contains("nobody writes letters about events of inconnue"), list);
        assertEquals(
                400,
                admin.submit(page, HERE + "/reprise", "source", "inconnue", "event", "x")
                        .statusCode());
        assertEquals(
                303,
                admin.submit(page, HERE + "/reprise", "source", "inconnue", "event", "77")
                        .statusCode());
        assertEquals(0L, fixtures.one("select count(*) from event_pending where fault is not null"));
        fixtures.run("delete from event_pending");
    }

    @Test
    void personChoosesHowToBeTold() {
        Session olive = new Session(root).signIn("porteur");
        String page = "/mes-preferences";
        assertTrue(olive.get("/mes-demandes").body().contains("href=\"" + page + "\""));
        assertTrue(
                olive.get(page).body().contains("value=\"AT_ONCE\" checked"),
                olive.get(page).body());
        HttpResponse<String> sent = olive.submit(page, page, "rhythm", "DAILY");
        assertEquals(303, sent.statusCode());
        String after = olive.get(page + "?enregistre=oui").body();
        assertTrue(after.contains("Votre choix est enregistré"), after);
        assertTrue(after.contains("value=\"DAILY\" checked"), after);
        HttpResponse<String> wrong = olive.submit(page, page, "rhythm", "HOURLY");
        assertEquals(400, wrong.statusCode());
        assertTrue(wrong.body().contains("Choisissez une des réponses proposées"), wrong.body());
        assertTrue(olive.get(page).body().contains("value=\"DAILY\" checked"));
        assertEquals(303, olive.submit(page, page, "rhythm", "AT_ONCE").statusCode());
    }

    @Test
    void pagesAreAccessible() {
        fixtures.run("insert into event_pending (source, event_id) values ('inconnue', 78)");
        outbox.file();
        long id = deliveryOf(cast.olive());
        fixtures.run(
                "update delivery set state = 'DEAD', last_error = 'no answer' where account_id = :a", "a", cast.paul());
        try (Journey admin = Journey.as("admin", HERE)) {
            for (String view : List.of("echecs", "ecartes", "attente", "envoyes"))
                admin.open(HERE + "?vue=" + view).mustBeClean();
            admin.open(HERE + "/" + id).mustBeClean();
            admin.open("/mes-preferences").mustBeClean();
            admin.press("Enregistrer ce choix").mustBeClean();
        }
        fixtures.run("delete from event_pending");
    }

    @Test
    void whoIsForgottenIsInNoMessage() {
        long id = deliveryOf(cast.olive());
        QuarkusTransaction.requiringNew().run(() -> {
            preferences.choose(cast.olive(), Rhythm.DAILY, TestClock.now());
            forgotten.fire(new PersonForgotten(
                    cast.olive(), happenings.addressOf(cast.olive()), List.of("Olive Porteuse"), TestClock.now()));
        });
        assertEquals("ABANDONED", state(id));
        assertEquals(
                0L,
                fixtures.one(
                        "select count(*) from delivery where account_id = :a and (name ilike '%olive%' or address is not null or words is not null)",
                        "a", cast.olive()));
        assertEquals(0L, fixtures.one("select count(*) from mail_preference where account_id = :a", "a", cast.olive()));
    }

    private long deliveryOf(long account) {
        return ((Number) fixtures.one("select id from delivery where account_id = :account", "account", account))
                .longValue();
    }

    private String state(long id) {
        return (String) fixtures.one("select state from delivery where id = :id", "id", id);
    }
}

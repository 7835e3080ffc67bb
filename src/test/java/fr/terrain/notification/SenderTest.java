package fr.terrain.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.terrain.Fixtures;
import fr.terrain.TestClock;
import fr.terrain.notification.Delivery.State;
import fr.terrain.notification.Happenings.Cast;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deliveries over real SMTP: what the message is, and what becomes of it when the server will not have it. */
@QuarkusTest
@TestProfile(SmtpProfile.class)
class SenderTest {
    private static final String HOSTILE = "Bouée\r\nBcc: intrus@example.org\r\n\r\n<script>alert(1)</script>";

    @Inject
    Happenings happenings;

    @Inject
    Fixtures fixtures;

    @Inject
    Outbox outbox;

    @Inject
    NotificationSender sender;

    @Inject
    DeadLetterRepository letters;

    @ConfigProperty(name = "terrain.mail.port")
    int port;

    private Cast cast;

    @BeforeEach
    void nothingElseWaits() {
        happenings.clear();
        cast = happenings.cast();
    }

    @Test
    void sendsTextAndHtmlUnderTheHeadersOfAnAutomaticMessage() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            approved("Bouée connectée");
            assertEquals(4, sender.send());
            MimeMessage message = to(server, happenings.addressOf(cast.olive()));
            Object[] row = row(cast.olive());
            assertEquals(row[1], message.getMessageID());
            assertEquals(row[2], message.getSubject());
            assertEquals("Olive Porteuse", ((InternetAddress) message.getAllRecipients()[0]).getPersonal());
            assertEquals(1, message.getAllRecipients().length);
            assertEquals("Terrain <ne-pas-repondre@terrain.example.org>", message.getFrom()[0].toString());
            assertEquals("auto-generated", message.getHeader("Auto-Submitted", null));
            assertEquals("<https://terrain.example.org/mes-preferences>", message.getHeader("List-Unsubscribe", null));
            MimeMultipart parts = (MimeMultipart) message.getContent();
            assertTrue(message.getContentType().startsWith("multipart/alternative"), message.getContentType());
            assertEquals(2, parts.getCount());
            assertTrue(parts.getBodyPart(0).getContentType().toLowerCase().startsWith("text/plain; charset=utf-8"));
            assertTrue(parts.getBodyPart(1).getContentType().toLowerCase().startsWith("text/html; charset=utf-8"));
            assertEquals(row[3], parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"));
            assertEquals(row[4], parts.getBodyPart(1).getContent().toString().replace("\r\n", "\n"));
        } finally {
            server.stop();
        }
    }

    @Test
    void titleCannotWriteHeaders() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            approved(HOSTILE);
            sender.send();
            assertEquals(
                    0,
                    Arrays.stream(server.getReceivedMessages())
                            .filter(m -> all(m).contains("intrus"))
                            .count());
            MimeMessage message = to(server, happenings.addressOf(cast.olive()));
            assertNull(message.getHeader("Bcc"));
            assertTrue(message.getSubject().contains("Bouée Bcc: intrus@example.org <script>"), message.getSubject());
            String html = ((MimeMultipart) message.getContent())
                    .getBodyPart(1)
                    .getContent()
                    .toString();
            assertFalse(html.contains("<script>"), html);
        } finally {
            server.stop();
        }
    }

    @Test
    void whatIsRefusedForNowIsTriedAgainThenDead() {
        try (Catcher server = Catcher.on(port)) {
            server.answerMessage(message -> "451 not now");
            approved("Bouée connectée");
            sender.send();
            for (int failed = 1; failed <= 6; failed++) {
                assertEquals(List.of(State.WAITING, failed), state(cast.olive()));
                assertEquals(0, sender.send(), "before it is due");
                TestClock.travel(Duration.ofHours(25));
                sender.send();
            }
            assertEquals(List.of(State.DEAD, 7), state(cast.olive()));
            Delivery dead = find(cast.olive());
            assertEquals(451, dead.lastCode());
            assertEquals("451 not now", dead.lastError());
            server.answerMessage(message -> "250 taken");
            assertEquals(0, sender.send());
            assertTrue(again(dead.id()));
            assertEquals(1, sender.send());
            assertEquals(
                    List.of(dead.messageId()),
                    server.messages().stream().map(Catcher.Message::id).toList());
            assertEquals(State.SENT, state(cast.olive()).getFirst());
            assertFalse(again(dead.id()), "what was sent is sent");
        }
    }

    @Test
    void recipientRefusedForGoodIsDeadAtOnceAndKeepsNobodyWaiting() {
        try (Catcher server = Catcher.on(port)) {
            String olive = happenings.addressOf(cast.olive());
            server.answerRecipient(address -> address.equals(olive) ? "550 no such mailbox" : "250 fine");
            approved("Bouée connectée");
            assertEquals(3, sender.send());
            assertEquals(List.of(State.DEAD, 1), state(cast.olive()));
            assertEquals(550, find(cast.olive()).lastCode());
            assertEquals(List.of(State.SENT, 1), state(cast.paul()));
        }
    }

    @Test
    void serverThatIsAwayOrHangsUpIsTriedAgain() {
        approved("Bouée connectée");
        assertEquals(0, sender.send());
        assertEquals(List.of(State.WAITING, 1), state(cast.olive()));
        assertNull(find(cast.olive()).lastCode());
        try (Catcher server = Catcher.on(port)) {
            server.answerMessage(message -> null);
            TestClock.travel(Duration.ofMinutes(2));
            assertEquals(0, sender.send());
            assertEquals(List.of(State.WAITING, 2), state(cast.olive()));
            server.answerMessage(message -> "250 taken");
            TestClock.travel(Duration.ofMinutes(6));
            assertEquals(4, sender.send());
            List<String> ids =
                    server.messages().stream().map(Catcher.Message::id).toList();
            assertEquals(8, ids.size());
            assertEquals(4, new HashSet<>(ids).size(), "the copies bear the same Message-ID");
        }
    }

    @Test
    void whoHasNoAddressHasADeliveryThatSaysSo() {
        fixtures.run("update account set email = null where id = :id", "id", cast.olive());
        approved("Bouée connectée");
        assertEquals(List.of(State.UNREACHABLE, 0), state(cast.olive()));
        assertFalse(again(find(cast.olive()).id()), "there is no address yet");
        fixtures.run("update account set email = 'olive.neuve@example.org' where id = :id", "id", cast.olive());
        assertTrue(again(find(cast.olive()).id()));
        assertEquals("olive.neuve@example.org", find(cast.olive()).address());
    }

    /** The agreement of ivan: olive, paul, jules and ines are told. */
    private void approved(String title) {
        happenings.approve(cast, title);
        assertEquals(1, outbox.file());
    }

    private boolean again(long id) {
        return QuarkusTransaction.requiringNew().call(() -> letters.again(id, TestClock.now()));
    }

    private Object[] row(long account) {
        return (Object[]) fixtures.one(
                "select id, message_id, subject, words, html from delivery where account_id = :account",
                "account",
                account);
    }

    private Delivery find(long account) {
        return letters.find(((Number) row(account)[0]).longValue()).orElseThrow();
    }

    private List<Object> state(long account) {
        Delivery delivery = find(account);
        return List.of(delivery.state(), delivery.attempts());
    }

    private static MimeMessage to(GreenMail server, String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> all(message).contains(address))
                .findFirst()
                .orElseThrow();
    }

    private static String all(MimeMessage message) {
        try {
            return Arrays.toString(message.getAllRecipients());
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}

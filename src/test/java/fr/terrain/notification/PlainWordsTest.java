package fr.terrain.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small rules of the mail: what is an address, what is one line, when to try again, how a sentence is filled. */
class PlainWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "olive@example.org",
                " olive@example.org ",
                "o.l-i_ve+essai@a.b.example.org",
                "o@xn--bcher-kva.example"
            })
    void takesPlainAddress(String address) {
        assertEquals(Optional.of(address.strip()), Mailbox.of(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "olive",
                "olive@",
                "@example.org",
                "olive@localhost",
                "olive@-a.example",
                "olive@example..org",
                "Olive <olive@example.org>",
                "olive@example.org,paul@example.org",
                "olive@example.org\r\nBcc: paul@example.org",
                "\"o live\"@example.org",
                "o live@example.org",
                "olivé@example.org"
            })
    void takesNothingElse(String address) {
        assertEquals(Optional.empty(), Mailbox.of(address));
        assertEquals(Optional.empty(), Mailbox.of(null));
        assertEquals(Optional.empty(), Mailbox.of("o".repeat(64) + "@" + "a.".repeat(100) + "example"));
    }

    @Test
    void makesOneLineOfWhateverWasWritten() {
        assertEquals("Bouée Bcc: x", SingleLine.of("\u202eBouée\r\n\tBcc: x\u2028"));
        assertEquals("abcd…", SingleLine.of("abcdefgh", 5));
        assertEquals("abc…", SingleLine.of("abc\ud83d\ude00def", 5));
        assertEquals("abcde", SingleLine.of("abcde", 5));
    }

    @Test
    void triesAgainLaterAndLaterThenNoMore() {
        Instant now = Instant.parse("2026-12-01T09:00:00Z");
        List<Duration> delays = new ArrayList<>();
        for (int attempts = 1; Backoff.after(attempts, now).isPresent(); attempts++)
            delays.add(Duration.between(now, Backoff.after(attempts, now).get()));
        assertEquals(
                List.of(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(6),
                        Duration.ofHours(24)),
                delays);
    }

    @Test
    void fillsSentenceAndSaysWhatItLacks() {
        assertEquals("À {titre} $1", Sentence.fill("À {a} {b}", Map.of("a", "{titre}", "b", "$1")));
        assertTrue(assertThrows(IllegalStateException.class, () -> Sentence.fill("À {c}", Map.of()))
                .getMessage()
                .contains("{c}"));
    }
}

package fr.terrain.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.FrenchTypography;
import fr.terrain.TestClock;
import fr.terrain.booking.BookingStatus;
import fr.terrain.booking.Verb;
import fr.terrain.notification.Emails.Email;
import fr.terrain.notification.Happenings.Cast;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message that a verb sends, whole, as it was approved in mails/; and its HTML says the same words. */
@QuarkusTest
class GoldenMailsTest {
    private static final Path APPROVED = Path.of("src/test/resources/mails");
    private static final int FIRST_NUMBER = 9000;

    @Inject
    Happenings happenings;

    @Inject
    BookingLetters letters;

    @Inject
    Emails emails;

    /** A verb as it happens: from where, by whom (c for the clock), and what was written with it. */
    record Case(String name, Verb verb, BookingStatus from, char doer, String detail, String kind, String domain) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case of(Verb verb, BookingStatus from, char doer, String detail) {
        return new Case(verb.name(), verb, from, doer, detail, "LOCAL_AUTHORITY", "PUBLIC");
    }

    private static Case privately(Verb verb, BookingStatus from, char doer, String detail) {
        return new Case(verb.name() + "-private", verb, from, doer, detail, "PRIVATE", "PRIVATE");
    }

    static Stream<Case> cases() {
        String reason = "{\"reason\": \"Les dates du projet ont changé.\"}";
        String refused =
                "{\"law\": \"Article L.\u00a02122‑1 du code général de la propriété des personnes publiques.\", \"fact\": \"Le quai est en travaux.\\nIl rouvre en juin.\"}";
        return Stream.of(
                of(Verb.SUBMIT, BookingStatus.DRAFT, 'o', "{}"),
                privately(Verb.SUBMIT, BookingStatus.DRAFT, 'o', "{}"),
                of(Verb.TAKE_UP, BookingStatus.SUBMITTED, 'i', "{}"),
                of(Verb.REASSIGN, BookingStatus.IN_REVIEW, 'v', "{}"),
                of(Verb.ASK_FOR_CHANGES, BookingStatus.IN_REVIEW, 'v', "{}"),
                of(Verb.RESUBMIT, BookingStatus.CHANGES_REQUESTED, 'o', "{}"),
                of(Verb.FORWARD, BookingStatus.IN_REVIEW, 'c', reason),
                of(Verb.GIVE_VISA, BookingStatus.IN_REVIEW, 'v', "{}"),
                of(Verb.APPROVE, BookingStatus.IN_REVIEW, 'v', "{\"awardRoute\": \"PUBLICITY\"}"),
                of(Verb.REFUSE, BookingStatus.IN_REVIEW, 'v', refused),
                privately(Verb.REFUSE, BookingStatus.IN_REVIEW, 'v', refused),
                of(Verb.ISSUE_CONVENTION, BookingStatus.APPROVED, 'j', "{}"),
                of(
                        Verb.SIGN,
                        BookingStatus.SIGNING,
                        's',
                        "{\"role\": \"GRANTOR\", \"organisation\": \"Port d’essai\"}"),
                of(
                        Verb.CONCLUDE,
                        BookingStatus.SIGNING,
                        's',
                        "{\"role\": \"GRANTOR\", \"organisation\": \"Port d’essai\"}"),
                of(Verb.RECALL, BookingStatus.SIGNING, 'j', reason),
                of(
                        Verb.DECLINE_TO_SIGN,
                        BookingStatus.SIGNING,
                        's',
                        "{\"role\": \"GRANTOR\", \"organisation\": \"Port d’essai\", \"reason\": \"La durée ne convient pas.\"}"),
                of(Verb.MEET_CONDITION, BookingStatus.SIGNED, 'j', "{}"),
                of(Verb.START, BookingStatus.SIGNED, 'c', "{}"),
                of(Verb.MISS_START, BookingStatus.SIGNED, 'c', "{}"),
                of(Verb.SUSPEND, BookingStatus.RUNNING, 'v', "{\"reason\": \"Le massif est fermé ce jour.\"}"),
                of(Verb.RESUME, BookingStatus.SUSPENDED, 'v', "{}"),
                of(Verb.FINISH, BookingStatus.RUNNING, 'c', "{}"),
                of(Verb.FILE_REPORT, BookingStatus.REPORT_DUE, 'o', "{}"),
                of(Verb.REJECT_REPORT, BookingStatus.REPORT_DUE, 'v', "{\"reason\": \"Les mesures manquent.\"}"),
                of(Verb.CLOSE, BookingStatus.REPORT_DUE, 'v', "{}"),
                of(Verb.RESCIND, BookingStatus.APPROVED, 'v', refused),
                of(Verb.WITHDRAW, BookingStatus.APPROVED, 'o', reason),
                of(Verb.TERMINATE, BookingStatus.RUNNING, 'v', "{\"reason\": \"Le quai doit être démoli.\"}"),
                of(Verb.EXPIRE, BookingStatus.APPROVED, 'c', "{}"),
                of(Verb.SILENT_REFUSAL, BookingStatus.IN_REVIEW, 'c', "{}"),
                of(Verb.ASK_REASONS, BookingStatus.IN_REVIEW, 'o', "{}"),
                of(Verb.GIVE_REASONS, BookingStatus.IN_REVIEW, 'v', refused),
                of(Verb.MISS_ANSWER, BookingStatus.CHANGES_REQUESTED, 'c', "{}"),
                of(Verb.PLACE_OPTION, BookingStatus.IN_REVIEW, 'v', "{}"),
                of(Verb.RELEASE_OPTION, BookingStatus.IN_REVIEW, 'c', "{}"),
                of(Verb.ENLIST, BookingStatus.IN_REVIEW, 'v', "{}"),
                of(Verb.DELIST, BookingStatus.IN_REVIEW, 'v', "{}"),
                of(Verb.OFFER_SLOT, BookingStatus.IN_REVIEW, 'c', "{}"),
                of(Verb.ACCEPT_OFFER, BookingStatus.IN_REVIEW, 'o', "{}"),
                of(Verb.DECLINE_OFFER, BookingStatus.IN_REVIEW, 'o', "{}"),
                of(Verb.LAPSE_OFFER, BookingStatus.IN_REVIEW, 'c', "{}"));
    }

    @BeforeEach
    void oneMorning() {
        TestClock.travel(LocalDateTime.parse("2026-12-02T09:00"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatWasApproved(Case one) throws IOException {
        Cast cast = happenings.cast(one.kind(), one.domain());
        List<Addressed> written = write(one, cast);
        assertTrue(!written.isEmpty(), "nobody is told");
        StringBuilder told = new StringBuilder();
        for (Addressed letter : written) {
            Email email = emails.of(letter.letter());
            assertEquals(null, FrenchTypography.fault(email.subject()));
            HtmlTwin.check(email);
            told.append("À\u00a0: ")
                    .append(letter.name())
                    .append(letter.always() ? ", toujours\n" : ", selon son choix\n");
            told.append("Objet\u00a0: ")
                    .append(email.subject())
                    .append("\n\n")
                    .append(email.words())
                    .append('\n');
        }
        Path approved = APPROVED.resolve(one.name() + ".txt");
        if (Boolean.getBoolean("terrain.golden.write")) Files.writeString(approved, told);
        assertEquals(Files.readString(approved), told.toString());
    }

    @Test
    void everyVerbThatTellsSomebodyIsHere() {
        TreeSet<Verb> told = new TreeSet<>();
        for (Verb verb : Verb.values()) if (!Announcement.of(verb).isEmpty()) told.add(verb);
        assertEquals(told, new TreeSet<>(cases().map(Case::verb).toList()));
        assertTrue(told.size() > 30);
    }

    private List<Addressed> write(Case one, Cast cast) {
        BookingStatus to = one.from().after(one.verb());
        int number = FIRST_NUMBER + cases().map(Case::name).toList().indexOf(one.name());
        long booking = happenings.booking(cast, "TER-2026-" + number, "Bouée connectée", to);
        boolean publicly = one.domain().equals("PUBLIC");
        if (to.isUndecided() && publicly) happenings.silenceRefusesOn2February(booking);
        if (to == BookingStatus.SIGNING || to == BookingStatus.SIGNED)
            happenings.convention(booking, "CONV-2026-" + number, cast);
        if (one.verb() != Verb.SUBMIT)
            happenings.happen(
                    booking,
                    Verb.SUBMIT,
                    BookingStatus.DRAFT,
                    BookingStatus.SUBMITTED,
                    cast.olive(),
                    "{}",
                    TestClock.now());
        long event =
                happenings.happen(booking, one.verb(), one.from(), to, doer(one, cast), one.detail(), TestClock.now());
        return QuarkusTransaction.requiringNew().call(() -> new ArrayList<>(letters.write(event)));
    }

    private static Long doer(Case one, Cast cast) {
        return switch (one.doer()) {
            case 'o' -> cast.olive();
            case 'i' -> cast.ines();
            case 'v' -> cast.ivan();
            case 'j' -> cast.jules();
            case 's' -> cast.sonia();
            default -> null;
        };
    }
}

package fr.terrain.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.ParisClock;
import fr.terrain.booking.LegalClock.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds of the delays whatever the dates, on random requests; a failure names its seed. */
class LegalClockLawsTest {
    private static final int CASES = 2_000;
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-01");

    private Random random;

    @RepeatedTest(3)
    void pausesOnlyPutOffAndNeverForLongerThanTheyGave(RepetitionInfo run) {
        for (long seed = 0; seed < CASES; seed++) {
            Instant received = begin(run, seed);
            List<Pause> pauses = pauses(received);
            Instant without = LegalClock.silentRefusal(received, List.of());
            Instant with = LegalClock.silentRefusal(received, pauses);
            long given = pauses.stream()
                    .mapToLong(pause -> ChronoUnit.DAYS.between(day(pause.asked()), pause.answerBy()))
                    .sum();
            String told = "seed " + seed + ": " + received + " " + pauses;
            assertFalse(with.isBefore(without), told);
            assertTrue(between(without, with) <= given, told);
            assertEquals(LocalTime.MIDNIGHT, at(with).toLocalTime(), told);
        }
    }

    @RepeatedTest(3)
    void theDaysPutOffAreThoseInSomePauseThatBeganInTime(RepetitionInfo run) {
        for (long seed = 0; seed < CASES; seed++) {
            Instant received = begin(run, seed);
            List<Pause> pauses = pauses(received);
            Instant with = LegalClock.silentRefusal(received, pauses);
            Set<LocalDate> stopped = new HashSet<>();
            for (Pause pause : pauses) {
                if (!pause.asked().isBefore(with)) continue;
                LocalDate last = pause.answerBy();
                if (pause.answered() != null && day(pause.answered()).isBefore(last)) last = day(pause.answered());
                for (LocalDate day = day(pause.asked()).plusDays(1); !day.isAfter(last); day = day.plusDays(1))
                    stopped.add(day);
            }
            assertEquals(
                    LegalClock.lastDay(LegalClock.silentRefusal(received, List.of()))
                            .plusDays(stopped.size()),
                    LegalClock.lastDay(with),
                    "seed " + seed + ": " + received + " " + pauses);
        }
    }

    @RepeatedTest(3)
    void laterIsNeverSooner(RepetitionInfo run) {
        for (long seed = 0; seed < CASES; seed++) {
            Instant received = begin(run, seed);
            Instant later = received.plus(Duration.ofMinutes(random.nextInt(200_000)));
            List<Pause> pauses = pauses(later);
            String told = "seed " + seed + ": " + received + " " + later + " " + pauses;
            assertFalse(
                    LegalClock.silentRefusal(later, pauses).isBefore(LegalClock.silentRefusal(received, pauses)), told);
            assertFalse(LegalClock.receiptDue(later).isBefore(LegalClock.receiptDue(received)), told);
            assertFalse(LegalClock.reasonsDue(later).isBefore(LegalClock.reasonsDue(received)), told);
            assertFalse(LegalClock.appealDue(day(later)).isBefore(LegalClock.appealDue(day(received))), told);
        }
    }

    @RepeatedTest(3)
    void anAnswerThatComesSoonerNeverPutsOffFurther(RepetitionInfo run) {
        for (long seed = 0; seed < CASES; seed++) {
            Instant received = begin(run, seed);
            Instant asked = received.plus(Duration.ofMinutes(random.nextInt(80_000)));
            LocalDate by = day(asked).plusDays(random.nextInt(40));
            Instant soon = asked.plus(Duration.ofMinutes(random.nextInt(40_000)));
            Instant late = soon.plus(Duration.ofMinutes(random.nextInt(40_000)));
            assertFalse(
                    LegalClock.silentRefusal(received, List.of(new Pause(asked, by, late)))
                            .isBefore(LegalClock.silentRefusal(received, List.of(new Pause(asked, by, soon)))),
                    "seed " + seed);
        }
    }

    @RepeatedTest(3)
    void aReceiptIsDueOnAWorkingDayAfterTenOfThem(RepetitionInfo run) {
        for (long seed = 0; seed < CASES; seed++) {
            Instant received = begin(run, seed);
            LocalDate last = LegalClock.lastDay(LegalClock.receiptDue(received));
            assertTrue(WorkingDays.isWorking(last), "seed " + seed);
            long worked = day(received)
                    .plusDays(1)
                    .datesUntil(last.plusDays(1))
                    .filter(WorkingDays::isWorking)
                    .count();
            assertEquals(10, worked, "seed " + seed);
        }
    }

    private Instant begin(RepetitionInfo run, long seed) {
        random = new Random(run.getCurrentRepetition() * 1_000_003L + seed);
        return FIRST_DAY
                .plusDays(random.nextInt(3_000))
                .atTime(random.nextInt(24), random.nextInt(60))
                .atZone(ParisClock.PARIS)
                .toInstant();
    }

    private List<Pause> pauses(Instant received) {
        List<Pause> pauses = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            Instant asked = received.plus(Duration.ofMinutes(random.nextInt(160_000)));
            LocalDate by = day(asked).plusDays(random.nextInt(40));
            Instant answered = random.nextBoolean() ? null : asked.plus(Duration.ofMinutes(random.nextInt(80_000)));
            pauses.add(new Pause(asked, by, answered));
        }
        return pauses;
    }

    private static long between(Instant first, Instant second) {
        return ChronoUnit.DAYS.between(at(first).toLocalDate(), at(second).toLocalDate());
    }

    private static LocalDate day(Instant instant) {
        return at(instant).toLocalDate();
    }

    private static ZonedDateTime at(Instant instant) {
        return instant.atZone(ParisClock.PARIS);
    }
}

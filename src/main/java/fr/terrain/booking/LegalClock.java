package fr.terrain.booking;

import fr.terrain.ParisClock;
import fr.terrain.organisation.Organisation;
import fr.terrain.site.Space;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The delays that the law sets. Days and months are those of the calendar in Europe/Paris; a delay ends with its last day, and so at the next midnight. */
public final class LegalClock {
    private static final int SILENCE_MONTHS = 2;
    private static final int RECEIPT_DAYS = 10;
    private static final int REASONS_MONTHS = 1;
    private static final int APPEAL_MONTHS = 2;

    private LegalClock() {}

    /**
     * The owner was asked for missing pieces: the delay of silence stands still, only for the time given to answer (CRPA L.114-5).
     *
     * @param answerBy the last day given, Europe/Paris, that of the request or later
     * @param answered null while no answer came; an answer before the last day ends the pause
     */
    public record Pause(Instant asked, LocalDate answerBy, Instant answered) {
        public Pause {
            if (answerBy.isBefore(day(asked)))
                throw new IllegalArgumentException("an answer is asked for a day that is past");
            if (answered != null && answered.isBefore(asked))
                throw new IllegalArgumentException("an answer comes before what it answers");
        }

        /** The first day that counts again is the one after this. */
        LocalDate last() {
            return answered == null || day(answered).isAfter(answerBy) ? answerBy : day(answered);
        }
    }

    /** Whether silence refuses: on public domain, or on one that may be, granted by a public body (CRPA L.231-4). Elsewhere the law sets no date. */
    public static boolean silenceRefuses(Organisation.Kind grantor, Collection<Space.Domain> domains) {
        return grantor.isPublic() && domains.stream().anyMatch(Space.Domain::isPublic);
    }

    /**
     * When silence on a request becomes a refusal: at the end of the same day two months later, or of the last day of that month, and as many days
     * later as pauses took of the delay. Pauses that overlap count once; one that begins when silence has refused comes too late.
     */
    public static Instant silentRefusal(Instant received, List<Pause> pauses) {
        LocalDate last = day(received).plusMonths(SILENCE_MONTHS);
        LocalDate counted = day(received);
        for (Pause pause :
                pauses.stream().sorted(Comparator.comparing(Pause::asked)).toList()) {
            LocalDate asked = day(pause.asked());
            if (asked.isAfter(last)) break;
            LocalDate from = asked.isAfter(counted) ? asked : counted;
            if (!pause.last().isAfter(from)) continue;
            last = last.plusDays(ChronoUnit.DAYS.between(from, pause.last()));
            counted = pause.last();
        }
        return endOf(last);
    }

    /** When the receipt is due that names who examines and what silence means: ten working days after the request came (CRPA R.112-11-1). */
    public static Instant receiptDue(Instant received) {
        return endOf(WorkingDays.after(day(received), RECEIPT_DAYS));
    }

    /** When the reasons of a silent refusal are due: a month after they were asked for (CRPA L.232-4). */
    public static Instant reasonsDue(Instant asked) {
        return endOf(day(asked).plusMonths(REASONS_MONTHS));
    }

    /**
     * The end of the last day to go to the judge against a decision: two months, neither the day it is known or born nor that of the end counted,
     * and the next working day when that is none (CJA R.421-1, R.421-2).
     *
     * @param known the day it was notified, or on which silence refused
     */
    public static Instant appealDue(LocalDate known) {
        return endOf(WorkingDays.from(known.plusMonths(APPEAL_MONTHS).plusDays(1)));
    }

    /** The last day on which an answer comes in time, for a delay that ends at this instant. */
    public static LocalDate lastDay(Instant due) {
        return day(due.minusNanos(1));
    }

    /** The instant at which a day of Europe/Paris is over. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ParisClock.PARIS).toInstant();
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ParisClock.PARIS).toLocalDate();
    }
}

package fr.terrain.booking;

import fr.terrain.booking.BookingRefusal.Missing;
import fr.terrain.deadline.Deadlines.Kind;
import fr.terrain.http.French;
import fr.terrain.http.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is known of the trial of a booking once it is agreed to, for its pages and the API.
 *
 * @param dates null until place and dates are chosen
 * @param suspension the one that lasts, or null
 * @param keptUntil of an early end the last day on which something may still stand, or null
 * @param causes the causes of an early end that the reader may put forward
 * @param due what runs, and when each falls due
 */
public record TrialSheet(
        BookingStatus status,
        TrialDates dates,
        Conditions conditions,
        Suspension suspension,
        List<TrialReport> reports,
        Termination termination,
        LocalDate keptUntil,
        List<TerminationCause> causes,
        Map<Kind, Instant> due,
        LocalDate today) {

    /** A condition and how it stands; what is missing says what would be right. */
    public record Line(StartCondition.Kind kind, StartCondition met, String missing) {
        public boolean ok() {
            return missing == null;
        }
    }

    /** Whether there is something to tell. */
    public boolean shown() {
        return status.isAgreed() || termination != null || !reports.isEmpty();
    }

    /** Whether the occupant ended the convention early. */
    public boolean endedByOccupant() {
        return termination != null && termination.side == Verb.Side.OCCUPANT;
    }

    /** Whether the conditions of the start are still of interest. */
    public boolean watched() {
        return status.allows(Verb.MEET_CONDITION);
    }

    /** The needed conditions, each as it stands. */
    public List<Line> lines() {
        Map<String, String> missing =
                conditions.missing().stream().collect(Collectors.toMap(Missing::field, Missing::detail));
        return conditions.needed().stream()
                .map(kind -> new Line(kind, conditions.find(kind).orElse(null), missing.get(kind.name())))
                .toList();
    }

    /** The permits that were named. */
    public List<StartCondition> permits() {
        return conditions.permits();
    }

    /** Whether the first day has come and the trial cannot start. */
    public boolean late() {
        return status == BookingStatus.SIGNED
                && !today.isBefore(dates.firstDay())
                && !conditions.missing().isEmpty();
    }

    /** The version of the report that counts: the last one, or null. */
    public TrialReport report() {
        return reports.isEmpty() ? null : reports.getLast();
    }

    /** Whether the report should have been there. */
    public boolean overdue() {
        return status == BookingStatus.REPORT_DUE
                && (report() == null || report().state() == TrialReport.ReportState.REJECTED)
                && !due.containsKey(Kind.REPORT);
    }

    /** The last day for what the state waits for, or null: to sign, to start, to report. */
    public String lastDay() {
        return awaited() == null || !due.containsKey(awaited())
                ? null
                : French.date(LegalClock.lastDay(due.get(awaited())));
    }

    /** What is said before that day. */
    public String lastDayWords() {
        return Words.say("trial.by." + awaited());
    }

    private Kind awaited() {
        return switch (status) {
            case SIGNING -> Kind.SIGNATURE;
            case APPROVED, SIGNED -> Kind.EXPIRY;
            case REPORT_DUE -> Kind.REPORT;
            default -> null;
        };
    }

    /** Whether urgency changes anything for one of the causes that the reader may put forward. */
    public boolean urgent() {
        return causes.stream().anyMatch(TerminationCause::bendsToUrgency);
    }

    public StartCondition.Kind[] kinds() {
        return StartCondition.Kind.values();
    }

    public SuspensionCause[] suspensions() {
        return SuspensionCause.values();
    }

    /** Paragraphs of what somebody wrote. */
    public List<String> paragraphs(String text) {
        return Dossier.paragraphs(text);
    }
}

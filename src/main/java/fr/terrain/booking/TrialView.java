package fr.terrain.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.terrain.booking.BookingRefusal.Missing;
import fr.terrain.deadline.Deadlines;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The trial of a booking as the API shows it; days are of Europe/Paris, instants have their offset. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrialView(
        List<ConditionView> conditions,
        List<Missing> missing,
        SuspensionView suspension,
        List<ReportView> reports,
        TerminationView termination,
        Map<Deadlines.Kind, Instant> due) {

    /** A condition that was recorded. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ConditionView(
            StartCondition.Kind kind,
            LocalDate doneOn,
            LocalDate validUntil,
            String label,
            String reference,
            Instant recordedAt) {}

    /** Why the trial is suspended, since when, until when as far as is known. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SuspensionView(SuspensionCause cause, String words, LocalDate since, LocalDate expectedOn) {}

    /** A version of the report and what was answered. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReportView(
            int version,
            TrialReport.ReportState state,
            String text,
            String learnt,
            String publicSummary,
            Instant filedAt,
            String answer) {}

    /** The early end: the last day of use, and the last day on which something may still stand. */
    public record TerminationView(
            Verb.Side side,
            TerminationCause cause,
            LocalDate lastDay,
            LocalDate keptUntil,
            String reason,
            Instant givenAt) {}

    static TrialView of(TrialSheet sheet) {
        Suspension suspension = sheet.suspension();
        Termination end = sheet.termination();
        return new TrialView(
                sheet.conditions().recorded().stream()
                        .map(one -> new ConditionView(
                                one.kind, one.doneOn, one.validUntil, one.label, one.reference, one.recordedAt))
                        .toList(),
                sheet.watched() ? sheet.conditions().missing() : List.of(),
                suspension == null
                        ? null
                        : new SuspensionView(
                                suspension.cause, suspension.words, suspension.since, suspension.expectedOn),
                sheet.reports().stream()
                        .map(one -> new ReportView(
                                one.version,
                                one.state(),
                                one.text,
                                one.learnt,
                                one.publicSummary,
                                one.filedAt,
                                one.answer()))
                        .toList(),
                end == null
                        ? null
                        : new TerminationView(
                                end.side, end.cause, end.lastDay, sheet.keptUntil(), end.reason, end.givenAt),
                sheet.due());
    }
}

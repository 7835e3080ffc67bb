package fr.terrain.booking;

import fr.terrain.account.Account;
import fr.terrain.booking.BookingRefusal.Missing;
import fr.terrain.booking.BookingRefusal.Reason;
import fr.terrain.http.Blank;
import fr.terrain.http.Faults;
import fr.terrain.http.French;
import fr.terrain.organisation.Organisation;
import fr.terrain.organisation.OrganisationRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The verbs that lead a signed convention through its trial: conditions, start, suspension, report, close. */
@ApplicationScoped
public class TrialLife {
    private static final Set<BookingStatus> UNSIGNED = EnumSet.of(BookingStatus.APPROVED, BookingStatus.SIGNING);

    @Inject
    Transitions transitions;

    @Inject
    TrialRepository trials;

    @Inject
    OrganisationRepository organisations;

    @Inject
    Clock clock;

    /** An officer or a lawyer records that one of the conditions of the start is met. */
    public Booking meet(long id, Integer version, ConditionGiven given, Account by) {
        ConditionGiven checked = given.checked(LocalDate.now(clock));
        return transitions.run(id, version, new Doer(by), Verb.MEET_CONDITION, checked.detail(), (booking, now) -> {
            if (checked.kind().isOfTheSigned() && UNSIGNED.contains(booking.status()))
                throw new BookingRefusal(
                        Reason.TOO_EARLY,
                        "La convention se transmet et se notifie une fois signée.",
                        List.of(new Missing(
                                "kind", "Attendez la dernière signature pour enregistrer cette condition.")));
            trials.add(row(booking, checked, by, now));
            booking.move(Verb.MEET_CONDITION, now);
        });
    }

    private static StartCondition row(Booking booking, ConditionGiven given, Account by, Instant now) {
        StartCondition condition = new StartCondition();
        condition.bookingId = booking.id;
        condition.kind = given.kind();
        condition.doneOn = given.doneOn();
        condition.validUntil = given.validUntil();
        condition.label = given.label();
        condition.reference = given.reference();
        condition.recordedBy = by.id;
        condition.recordedAt = now;
        return condition;
    }

    /**
     * An officer lets the trial start, from the first day of set-up on.
     *
     * @throws BookingRefusal with all the conditions that are missing, or when it is too early
     */
    public Booking start(long id, Integer version, Account by) {
        return transitions.run(id, version, new Doer(by), Verb.START, Map.of(), (booking, now) -> {
            LocalDate first = dates(booking).firstSetUpDay();
            if (TrialDates.dayOf(now).isBefore(first))
                throw new BookingRefusal(
                        Reason.TOO_EARLY,
                        "L’essai commence au plus tôt le " + French.date(first) + ", premier jour du montage.");
            conditions(booking).require();
            booking.move(Verb.START, now);
        });
    }

    /** An officer stops the trial for a time; its place stays kept. */
    public Booking suspend(long id, Integer version, SuspensionOrder order, Account by) {
        SuspensionOrder checked = order.checked(LocalDate.now(clock));
        return transitions.run(id, version, new Doer(by), Verb.SUSPEND, checked.detail(), (booking, now) -> {
            requireWithin(checked, dates(booking));
            Suspension suspension = new Suspension();
            suspension.bookingId = booking.id;
            suspension.cause = checked.cause();
            suspension.words = checked.words();
            suspension.since = checked.since();
            suspension.expectedOn = checked.expectedOn();
            suspension.orderedBy = by.id;
            suspension.orderedAt = now;
            trials.add(suspension);
            booking.move(Verb.SUSPEND, now);
        });
    }

    private static void requireWithin(SuspensionOrder order, TrialDates dates) {
        Faults faults = new Faults();
        if (order.since().isBefore(dates.firstSetUpDay()))
            faults.add("since", "L’essai n’a pas commencé avant le " + French.date(dates.firstSetUpDay()) + ".");
        if (order.expectedOn() != null && order.expectedOn().isAfter(dates.lastDay()))
            faults.add(
                    "expectedOn",
                    "L’essai prend fin le " + French.date(dates.lastDay()) + " : la reprise vient avant.");
        faults.require();
    }

    /** An officer lets the trial go on. */
    public Booking resume(long id, Integer version, String words, Account by) {
        Faults faults = new Faults();
        String said = Blank.orNull(faults.text("words", words, Given.LONGEST_REASON));
        faults.require();
        Map<String, String> detail = said == null ? Map.of() : Map.of("words", said);
        return transitions.run(id, version, new Doer(by), Verb.RESUME, detail, (booking, now) -> {
            endSuspension(booking, now);
            booking.move(Verb.RESUME, now);
        });
    }

    /** Whatever comes next, a suspension that lasts is over. */
    void endSuspension(Booking booking, Instant now) {
        trials.findSuspension(booking.id).ifPresent(suspension -> suspension.end(now));
    }

    /** The owner tells how the trial went; a report that nobody has answered makes way. */
    public Booking report(long id, Integer version, ReportGiven given, Account by) {
        ReportGiven checked = given.checked();
        Map<String, String> detail = new TreeMap<>();
        return transitions.run(id, version, new Doer(by), Verb.FILE_REPORT, detail, (booking, now) -> {
            trials.findWaiting(booking.id).ifPresent(TrialReport::replace);
            trials.flush();
            TrialReport report = new TrialReport();
            report.bookingId = booking.id;
            report.version = trials.listReports(booking.id).size() + 1;
            report.text = checked.text();
            report.learnt = checked.learnt();
            report.publicSummary = checked.publicSummary();
            report.filedBy = by.id;
            report.filedAt = now;
            trials.add(report);
            detail.put("reportVersion", Integer.toString(report.version));
            booking.move(Verb.FILE_REPORT, now);
        });
    }

    /** An officer asks for another report. */
    public Booking rejectReport(long id, Integer version, String reason, Account by) {
        Faults faults = new Faults();
        String why = Given.reason("reason", reason, "Dites ce qui manque au bilan, en 10 à 2 000 caractères.", faults);
        faults.require();
        return transitions.run(id, version, new Doer(by), Verb.REJECT_REPORT, Map.of("reason", why), (booking, now) -> {
            waiting(booking).reject(why, by.id, now);
            booking.move(Verb.REJECT_REPORT, now);
        });
    }

    /** An officer accepts the report: nothing is left to do. */
    public Booking close(long id, Integer version, Account by) {
        return transitions.run(id, version, new Doer(by), Verb.CLOSE, Map.of(), (booking, now) -> {
            waiting(booking).accept(by.id, now);
            booking.move(Verb.CLOSE, now);
        });
    }

    private TrialReport waiting(Booking booking) {
        return trials.findWaiting(booking.id).orElseThrow();
    }

    /** What must be there before this booking starts, and what of it is. */
    public Conditions conditions(Booking booking) {
        return new Conditions(
                trials.listConditions(booking.id),
                organisations.findById(booking.party(Party.Role.GRANTOR).organisationId).kind
                        == Organisation.Kind.LOCAL_AUTHORITY,
                dates(booking).lastTearDownDay());
    }

    /** The dates that the trial of a placed booking turns on. */
    public TrialDates dates(Booking booking) {
        return TrialDates.of(booking, transitions.spaces(booking));
    }
}

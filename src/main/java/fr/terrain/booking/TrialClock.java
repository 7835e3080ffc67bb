package fr.terrain.booking;

import fr.terrain.deadline.Deadlines;
import fr.terrain.deadline.Deadlines.Kind;
import fr.terrain.deadline.Due;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the dates of a booking do by themselves: each verb opens the deadlines that follow it, and each deadline does its verb. */
@ApplicationScoped
public class TrialClock {
    /** A draft that nobody has touched for so long is given up: its prices and its rules are of another season. */
    static final int DRAFT_MONTHS = 6;

    /** A convention has at least so many days to be signed, and in any case until its first day. */
    static final int SIGNATURE_DAYS = 30;

    /** The convention asks for the report within two months of its end, tear-down included (clause DAT). */
    static final int REPORT_MONTHS = 2;

    /** What it takes to write a report again. */
    static final int SECOND_REPORT_DAYS = 30;

    @Inject
    BookingRepository bookings;

    @Inject
    Transitions transitions;

    @Inject
    TrialLife life;

    @Inject
    TrialEndings endings;

    @Inject
    Deadlines deadlines;

    @Inject
    Clock clock;

    /** When a draft that was touched at this instant is given up. */
    static Instant givenUp(Instant touched) {
        return TrialDates.endOf(TrialDates.dayOf(touched).plusMonths(DRAFT_MONTHS));
    }

    void follow(@Observes BookingMoved moved) {
        Booking booking = moved.booking();
        Instant now = moved.event().occurredAt();
        switch (moved.verb()) {
            case SUBMIT -> deadlines.done(booking.id, now, Kind.DRAFT);
            case APPROVE ->
                deadlines.open(booking.id, Kind.EXPIRY, life.dates(booking).ends());
            case ISSUE_CONVENTION -> deadlines.open(booking.id, Kind.SIGNATURE, toBeSigned(life.dates(booking), now));
            case RECALL, DECLINE_TO_SIGN -> deadlines.done(booking.id, now, Kind.SIGNATURE);
            case CONCLUDE -> {
                deadlines.done(booking.id, now, Kind.SIGNATURE);
                deadlines.open(booking.id, Kind.START, life.dates(booking).begins());
            }
            case MEET_CONDITION -> startLate(booking, now);
            case START -> {
                deadlines.done(
                        booking.id,
                        now,
                        moved.event().accountId() == null
                                ? new Kind[] {Kind.EXPIRY}
                                : new Kind[] {Kind.EXPIRY, Kind.START});
                deadlines.open(booking.id, Kind.FINISH, life.dates(booking).ends());
            }
            case FINISH -> deadlines.open(booking.id, Kind.REPORT, toBeReported(life.dates(booking)));
            case FILE_REPORT -> deadlines.done(booking.id, now, Kind.REPORT);
            case REJECT_REPORT ->
                deadlines.open(
                        booking.id,
                        Kind.REPORT,
                        TrialDates.endOf(TrialDates.dayOf(now).plusDays(SECOND_REPORT_DAYS)));
            case RESCIND, WITHDRAW, TERMINATE ->
                deadlines.done(
                        booking.id, now, Kind.DRAFT, Kind.SIGNATURE, Kind.EXPIRY, Kind.START, Kind.FINISH, Kind.REPORT);
            default -> {}
        }
    }

    static Instant toBeSigned(TrialDates dates, Instant issued) {
        Instant least = TrialDates.endOf(TrialDates.dayOf(issued).plusDays(SIGNATURE_DAYS));
        Instant due = least.isAfter(dates.begins()) ? least : dates.begins();
        return due.isBefore(dates.ends()) ? due : dates.ends();
    }

    static Instant toBeReported(TrialDates dates) {
        return TrialDates.endOf(dates.lastTearDownDay().plusMonths(REPORT_MONTHS));
    }

    /** Once its first day has come, a trial starts when the last of its conditions is met. */
    private void startLate(Booking booking, Instant now) {
        if (booking.status() != BookingStatus.SIGNED
                || now.isBefore(life.dates(booking).begins())) return;
        if (life.conditions(booking).missing().isEmpty()) deadlines.open(booking.id, Kind.START, now);
    }

    void ring(@Observes Due due) {
        if (due.subject() != Due.Subject.BOOKING) return;
        switch (due.kind()) {
            case START -> start(bookings.findById(due.subjectId()));
            case FINISH -> finish(bookings.findById(due.subjectId()));
            case DRAFT -> giveUp(bookings.findById(due.subjectId()), due);
            case SIGNATURE -> expire(bookings.findById(due.subjectId()), due, BookingStatus.SIGNING);
            case EXPIRY ->
                expire(
                        bookings.findById(due.subjectId()),
                        due,
                        BookingStatus.APPROVED,
                        BookingStatus.SIGNING,
                        BookingStatus.SIGNED);
            default -> {}
        }
    }

    private void start(Booking booking) {
        if (booking.status() != BookingStatus.SIGNED) return;
        Conditions conditions = life.conditions(booking);
        if (conditions.missing().isEmpty()) by(booking, Verb.START, Map.of());
        else
            by(
                    booking,
                    Verb.MISS_START,
                    Map.of(
                            "missing",
                            conditions.missing().stream()
                                    .map(BookingRefusal.Missing::detail)
                                    .collect(Collectors.joining("\n"))));
    }

    private void finish(Booking booking) {
        if (!booking.status().allows(Verb.FINISH)) return;
        life.endSuspension(booking, clock.instant());
        by(booking, Verb.FINISH, Map.of());
    }

    private void giveUp(Booking booking, Due due) {
        Instant givenUp = givenUp(booking.updatedAt);
        if (givenUp.isAfter(clock.instant())) deadlines.open(booking.id, Kind.DRAFT, givenUp);
        else expire(booking, due, BookingStatus.DRAFT);
    }

    private void expire(Booking booking, Due due, BookingStatus... from) {
        if (!List.of(from).contains(booking.status())) return;
        endings.expire(booking, due.dueAt());
        for (Kind kind : new Kind[] {Kind.DRAFT, Kind.SIGNATURE, Kind.EXPIRY, Kind.START})
            if (kind != due.kind()) deadlines.done(booking.id, clock.instant(), kind);
    }

    private void by(Booking booking, Verb verb, Map<String, String> detail) {
        transitions.run(booking.id, null, Doer.CLOCK, verb, detail, (same, now) -> same.move(verb, now));
    }
}

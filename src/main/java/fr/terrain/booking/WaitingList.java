package fr.terrain.booking;

import fr.terrain.ParisClock;
import fr.terrain.account.Account;
import fr.terrain.availability.HoldReason;
import fr.terrain.availability.Occupation;
import fr.terrain.deadline.Deadlines;
import fr.terrain.deadline.Deadlines.Kind;
import fr.terrain.deadline.Due;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Requests that wait for time to get free, in the order of receipt. What is given back is offered to the first that wants it: it is
 * held for that one until the answer is due, then offered to the next.
 */
@ApplicationScoped
public class WaitingList {
    /** How long an offer that nobody set an end to stays open, in days of Europe/Paris after the day it was made. */
    static final int DAYS_TO_ANSWER = 7;

    /** How long what was accepted is kept for the decision. */
    private static final int DAYS_TO_DECIDE = 30;

    private static final Set<Verb> GIVING_BACK = EnumSet.of(
            Verb.WITHDRAW,
            Verb.REFUSE,
            Verb.RESCIND,
            Verb.TERMINATE,
            Verb.EXPIRE,
            Verb.RELEASE_OPTION,
            Verb.DECLINE_OFFER,
            Verb.LAPSE_OFFER);
    private static final Set<Verb> ENDING = EnumSet.of(Verb.APPROVE, Verb.REFUSE, Verb.WITHDRAW, Verb.FORWARD);

    @Inject
    Transitions transitions;

    @Inject
    WaitingRepository waiting;

    @Inject
    SlotOffers offers;

    @Inject
    Occupation occupation;

    @Inject
    Deadlines deadlines;

    @Inject
    Clock clock;

    /** An officer lets a request wait: it stays open, and hears when its dates get free. */
    public Booking enlist(long id, Integer version, Account by) {
        return transitions.run(id, version, new Doer(by), Verb.ENLIST, Map.of(), this::enter);
    }

    /** The same for rivals of what is being agreed to, in the transaction that agrees. */
    void enlistWith(Booking agreed, List<Long> rivals, Account by) {
        for (Long rival : rivals.stream().sorted().distinct().toList())
            transitions.within(
                    rival, null, new Doer(by), Verb.ENLIST, Map.of("instead", agreed.reference), this::enter);
    }

    private void enter(Booking booking, Instant now) {
        booking.move(Verb.ENLIST, now);
        waiting.enlist(booking.id, now);
    }

    /** The owner or an officer takes a request off the list; it stays as it is otherwise. */
    public Booking delist(long id, Integer version, String reason, Account by) {
        return transitions.run(id, version, new Doer(by), Verb.DELIST, Given.detail(reason), (booking, now) -> {
            waiting.delist(booking.id);
            booking.move(Verb.DELIST, now);
        });
    }

    /**
     * An officer proposes other days, or the same: they are kept until the answer is due.
     *
     * @throws fr.terrain.availability.AvailabilityRefusal when somebody else has some of the time
     */
    public Booking offer(long id, Integer version, OfferedDays days, Account by) {
        Map<String, String> detail = new HashMap<>();
        return transitions.run(
                id,
                version,
                new Doer(by),
                Verb.OFFER_SLOT,
                detail,
                (booking, now) -> offers.make(booking, days.check(today(now)), detail, now));
    }

    /** The owner takes what is proposed: it becomes what the request asks for, and is kept until the decision. */
    public Booking accept(long id, Integer version, Account by) {
        Map<String, String> detail = new HashMap<>();
        return transitions.run(id, version, new Doer(by), Verb.ACCEPT_OFFER, detail, (booking, now) -> {
            SlotOffer offer = offers.getOpen(booking);
            detail.put("offered", offer.firstDay() + "/" + offer.lastDay());
            offers.accept(booking, offer, now);
            waiting.delist(booking.id);
            Instant until = LegalClock.endOf(today(now).plusDays(DAYS_TO_DECIDE));
            occupation.hold(booking.id, transitions.claims(booking), until, HoldReason.OPTION);
            deadlines.open(booking.id, Kind.HOLD, until);
        });
    }

    /** The owner lets what is proposed go to the next. */
    public Booking decline(long id, Integer version, String reason, Account by) {
        return transitions.run(id, version, new Doer(by), Verb.DECLINE_OFFER, Given.detail(reason), (booking, now) -> {
            leaveWithoutOffer(booking, offers.getOpen(booking));
            offers.end(booking, "DECLINED", Verb.DECLINE_OFFER, now);
        });
    }

    /** An offer that nobody answered has lapsed; time that was given back looks for somebody who waits. */
    void due(@Observes Due due) {
        if (due.isOfBooking(Kind.OFFER)) lapse(due.subjectId());
        if (due.isOfBooking(Kind.VACANCY)) fill(due.subjectId());
    }

    private void lapse(long id) {
        if (waiting.findOpen(id).isEmpty()) return;
        transitions.run(id, null, Doer.CLOCK, Verb.LAPSE_OFFER, Map.of(), (booking, now) -> {
            leaveWithoutOffer(booking, offers.getOpen(booking));
            offers.end(booking, "LAPSED", Verb.LAPSE_OFFER, now);
        });
    }

    /** Whoever let its own dates go has nothing left to wait for; whoever let others go keeps its place. */
    private void leaveWithoutOffer(Booking booking, SlotOffer offer) {
        if (Set.copyOf(offer.slots()).equals(Set.copyOf(booking.slots()))) waiting.delist(booking.id);
    }

    private void fill(long freed) {
        for (Long next : waiting.listWaitingFor(freed)) {
            Booking booking = offers.bookingOf(next);
            if (!booking.status().allows(Verb.OFFER_SLOT) || !offers.canHave(booking, today(clock.instant()))) continue;
            Map<String, String> detail = new HashMap<>();
            OfferedDays same = new OfferedDays(booking.firstDay(), booking.lastDay(), null);
            transitions.run(
                    next,
                    null,
                    Doer.CLOCK,
                    Verb.OFFER_SLOT,
                    detail,
                    (one, now) -> offers.make(one, same.check(today(now)), detail, now));
        }
    }

    /** What ends a wait ends the offer too, and what gives time back is looked at by those who wait. */
    void moved(@Observes BookingMoved moved) {
        Booking booking = moved.booking();
        Instant now = moved.event().occurredAt();
        if (ENDING.contains(moved.verb())) {
            waiting.delist(booking.id);
            waiting.answer(booking.id, "WITHDRAWN", now);
            deadlines.done(booking.id, now, Kind.OFFER, Kind.HOLD);
        }
        if (GIVING_BACK.contains(moved.verb()) && booking.isPlaced()) deadlines.open(booking.id, Kind.VACANCY, now);
    }

    private static LocalDate today(Instant now) {
        return now.atZone(ParisClock.PARIS).toLocalDate();
    }
}

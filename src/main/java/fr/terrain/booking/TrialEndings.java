package fr.terrain.booking;

import fr.terrain.account.Account;
import fr.terrain.availability.Occupation;
import fr.terrain.organisation.Capability;
import fr.terrain.organisation.OrganisationRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The verbs that end a booking before its time: an agreement is taken back, a convention ends early, a date passes. */
@ApplicationScoped
public class TrialEndings {
    private static final Set<Capability> FOR_GRANTOR = EnumSet.of(Capability.INSTRUCT, Capability.LEGAL);

    @Inject
    Transitions transitions;

    @Inject
    OrganisationRepository organisations;

    @Inject
    TrialRepository trials;

    @Inject
    Occupation occupation;

    @Inject
    Clock clock;

    /**
     * Who decides takes the agreement back before the convention is signed; its time is free again.
     *
     * @throws BookingRefusal when the holder was not heard and nothing was urgent
     */
    public Booking rescind(long id, Integer version, RescissionOrder order, Account by) {
        RescissionOrder checked = order.checked();
        return transitions.run(id, version, new Doer(by), Verb.RESCIND, checked.detail(), (booking, now) -> {
            checked.requireHearing(TrialDates.dayOf(booking.decidedAt()), TrialDates.dayOf(now));
            trials.add(new Rescission(booking.id, checked, by.id, now));
            booking.move(Verb.RESCIND, now);
            occupation.release(booking.id);
        });
    }

    /**
     * A party ends the signed convention early. The place stays kept until the end of its last day and the tear-down; what comes after is free.
     *
     * @throws BookingRefusal when the convention promises a longer notice, or the cause is not this side's
     */
    public Booking terminate(long id, Integer version, TerminationNotice notice, Account by) {
        TerminationNotice checked = notice.checked();
        Map<String, String> detail = new TreeMap<>(checked.detail());
        return transitions.run(id, version, new Doer(by), Verb.TERMINATE, detail, (booking, now) -> {
            Verb.Side side = side(booking, checked.cause(), by);
            checked.require(LocalDate.now(clock), booking.lastDay());
            trials.add(new Termination(booking.id, side, checked, by.id, now));
            trials.findSuspension(booking.id).ifPresent(suspension -> suspension.end(now));
            booking.move(Verb.TERMINATE, now);
            occupation.shorten(booking.id, TrialDates.endOf(checked.lastDay()));
            detail.put("keptUntil", keptUntil(booking, checked.lastDay()).toString());
        });
    }

    private Verb.Side side(Booking booking, TerminationCause cause, Account by) {
        return sides(booking, by).stream()
                .filter(side -> cause.isOf(side, isPrivate(booking)))
                .findFirst()
                .orElseThrow(() -> new BookingRefusal(
                        BookingRefusal.Reason.NOTICE_TOO_SHORT,
                        "Cette résiliation n’est pas possible ainsi.",
                        List.of(new BookingRefusal.Missing("cause", "Cette cause revient à l’autre partie."))));
    }

    /** The causes that this account may put forward. */
    public List<TerminationCause> causes(Booking booking, Account by) {
        List<Verb.Side> sides = sides(booking, by);
        boolean privateGround = isPrivate(booking);
        return Arrays.stream(TerminationCause.values())
                .filter(cause -> sides.stream().anyMatch(side -> cause.isOf(side, privateGround)))
                .toList();
    }

    private List<Verb.Side> sides(Booking booking, Account by) {
        List<Verb.Side> sides = new ArrayList<>();
        if (organisations.isMember(booking.party(Party.Role.OCCUPANT).organisationId, by))
            sides.add(Verb.Side.OCCUPANT);
        if (organisations.capabilities(booking.party(Party.Role.GRANTOR).organisationId, by).stream()
                .anyMatch(FOR_GRANTOR::contains)) sides.add(Verb.Side.GRANTOR);
        return sides;
    }

    /** The last day on which something may still stand when the last day of use is this one. */
    public LocalDate keptUntil(Booking booking, LocalDate lastDay) {
        return lastDay.plusDays(TrialDates.tearDown(transitions.spaces(booking)));
    }

    private boolean isPrivate(Booking booking) {
        return transitions.spaces(booking).stream().noneMatch(space -> space.domain.isPublic());
    }

    /** A date has passed without what it waited for; what the booking held is free again. */
    void expire(Booking lapsed, Instant dueAt) {
        Map<String, String> detail = Map.of(
                "expired",
                lapsed.status().name(),
                "dueOn",
                LegalClock.lastDay(dueAt).toString());
        transitions.run(lapsed.id, null, Doer.CLOCK, Verb.EXPIRE, detail, (booking, now) -> {
            booking.move(Verb.EXPIRE, now);
            occupation.release(booking.id);
        });
    }
}

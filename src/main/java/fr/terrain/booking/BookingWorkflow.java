package fr.terrain.booking;

import fr.terrain.account.Account;
import fr.terrain.availability.AvailabilityRefusal;
import fr.terrain.availability.Occupation;
import fr.terrain.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The verbs that lead a request to its decision, and the way for rooms above to do theirs. */
@ApplicationScoped
public class BookingWorkflow {
    @Inject
    Transitions transitions;

    @Inject
    WaitingList waitingList;

    @Inject
    SummaryRepository summaries;

    @Inject
    BookingDrafts drafts;

    @Inject
    ProjectRepository projects;

    @Inject
    Readiness readiness;

    @Inject
    Printable printable;

    @Inject
    Occupation occupation;

    /** The owner sends the request: complete, allowed by the rules at this instant, priced for good. */
    public Booking submit(long id, Integer version, Account by) {
        Map<String, String> detail = new HashMap<>();
        return transitions.run(id, version, new Doer(by), Verb.SUBMIT, detail, (booking, now) -> {
            detail.putAll(booking.receipt().detail());
            projects.lockToSend(booking.project);
            Readiness.State state = readiness.of(booking);
            state.require();
            drafts.price(booking, state.quote());
            booking.submit(now);
        });
    }

    /** An officer takes the request in charge. */
    public Booking takeUp(long id, Integer version, Account by) {
        return transitions.run(
                id, version, new Doer(by), Verb.TAKE_UP, Map.of(), (booking, now) -> booking.takeUp(by.id, now));
    }

    /**
     * An officer agrees, subject to the convention: the time is taken here.
     *
     * @throws AvailabilityRefusal with the stretches in the way when somebody else has some of it
     */
    public Booking approve(long id, Integer version, Approval approval, Account by) {
        return transitions.run(id, version, new Doer(by), Verb.APPROVE, approval.detail(), (booking, now) -> {
            approval.check(isPublicDomain(booking));
            requirePrintable(booking);
            booking.approve(approval, now);
            approval.requirePrice(booking.feeAmount());
            occupation.take(booking.id, transitions.claims(booking));
            waitingList.enlistWith(booking, requireRivals(booking, approval.waitingList()), by);
        });
    }

    /** An officer refuses, for reasons in law and in fact (CRPA L.211-2, L.211-5). */
    public Booking refuse(long id, Integer version, Refused refused, Account by) {
        refused.check();
        return transitions.run(id, version, new Doer(by), Verb.REFUSE, refused.detail(), (booking, now) -> {
            booking.refuse(now);
            occupation.release(booking.id);
        });
    }

    /** The owner gives up; what the request held is free again. */
    public Booking withdraw(long id, Integer version, String reason, Account by) {
        return transitions.run(id, version, new Doer(by), Verb.WITHDRAW, Given.detail(reason), (booking, now) -> {
            booking.move(Verb.WITHDRAW, now);
            occupation.release(booking.id);
        });
    }

    /** A room above does the rest of a verb in the same transaction: {@code work} runs before the booking moves. */
    public Booking move(
            long id, Integer version, Verb verb, Map<String, String> detail, Account by, Transitions.Work work) {
        return transitions.run(id, version, new Doer(by), verb, detail, (booking, now) -> {
            work.on(booking, now);
            booking.move(verb, now);
        });
    }

    /** Only who wants some of the same time waits because of it. */
    private List<Long> requireRivals(Booking booking, List<Long> chosen) {
        Set<Long> rivals =
                summaries.listRivals(booking).stream().map(Summary::id).collect(Collectors.toSet());
        if (!rivals.containsAll(chosen))
            throw Problem.badInput(
                    "waitingList", "Choisissez parmi les demandes qui visent les mêmes espaces aux mêmes dates.");
        return chosen;
    }

    /** What was sent before the convention's typefaces were asked is looked at once more: after the agreement nobody can correct it. */
    private void requirePrintable(Booking booking) {
        List<BookingRefusal.Missing> faults = printable.listAllFaults(booking);
        if (!faults.isEmpty()) throw BookingRefusal.unprintable(faults);
    }

    private boolean isPublicDomain(Booking booking) {
        return transitions.spaces(booking).stream().anyMatch(space -> space.domain.isPublic());
    }
}

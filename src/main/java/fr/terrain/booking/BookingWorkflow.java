package fr.terrain.booking;

import fr.terrain.account.Account;
import fr.terrain.availability.AvailabilityRefusal;
import fr.terrain.availability.Claim;
import fr.terrain.availability.Collision;
import fr.terrain.availability.Occupation;
import fr.terrain.deadline.Deadlines;
import fr.terrain.http.Blank;
import fr.terrain.http.Problem;
import fr.terrain.organisation.Organisation;
import fr.terrain.organisation.OrganisationRepository;
import fr.terrain.site.Space;
import fr.terrain.site.SpaceRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The transitions of a booking: each is one transaction that checks the right, asks the guards, does the verb and leaves its event. */
@ApplicationScoped
public class BookingWorkflow {
    private static final String EXCLUSION_VIOLATION = "23P01";
    private static final String DEADLOCK = "40P01";
    private static final int LONGEST_REASON = 2000;

    @Inject
    BookingRepository bookings;

    @Inject
    BookingTrail trail;

    @Inject
    BookingDrafts drafts;

    @Inject
    ProjectRepository projects;

    @Inject
    SpaceRepository spaces;

    @Inject
    OrganisationRepository organisations;

    @Inject
    Readiness readiness;

    @Inject
    Printable printable;

    @Inject
    Occupation occupation;

    @Inject
    Deadlines deadlines;

    @Inject
    @Any
    Instance<TransitionGuard> guards;

    @Inject
    Event<BookingMoved> moved;

    @Inject
    Clock clock;

    /** The owner sends the request: complete, allowed by the rules at this instant, priced for good. */
    public Booking submit(long id, Integer version, Account by) {
        return transition(id, version, by, Verb.SUBMIT, Map.of(), (booking, now) -> {
            projects.lockToSend(booking.project);
            Readiness.State state = readiness.of(booking);
            state.require();
            drafts.price(booking, state.quote());
            booking.submit(now);
            if (isUnderPublicLaw(booking))
                deadlines.open(booking.id, Deadlines.Kind.SILENCE, LegalClock.silentRefusal(now));
        });
    }

    /** An officer takes the request in charge. */
    public Booking takeUp(long id, Integer version, Account by) {
        return transition(id, version, by, Verb.TAKE_UP, Map.of(), (booking, now) -> booking.takeUp(by.id, now));
    }

    /**
     * An officer agrees, subject to the convention: the time is taken here.
     *
     * @throws AvailabilityRefusal with the stretches in the way when somebody else has some of it
     */
    public Booking approve(long id, Integer version, Approval approval, Account by) {
        return transition(id, version, by, Verb.APPROVE, approval.detail(), (booking, now) -> {
            approval.check(isPublicDomain(booking));
            requirePrintable(booking);
            booking.approve(approval, now);
            booking.requirePrice();
            occupation.take(booking.id, claims(booking));
            deadlines.done(booking.id, now, Deadlines.Kind.SILENCE);
        });
    }

    /** An officer refuses, for reasons in law and in fact (CRPA L.211-2, L.211-5). */
    public Booking refuse(long id, Integer version, Refused refused, Account by) {
        refused.check();
        return transition(id, version, by, Verb.REFUSE, refused.detail(), (booking, now) -> {
            booking.refuse(now);
            deadlines.done(booking.id, now, Deadlines.Kind.SILENCE);
        });
    }

    /** The owner gives up; what the request held is free again. */
    public Booking withdraw(long id, Integer version, String reason, Account by) {
        if (reason != null && reason.length() > LONGEST_REASON)
            throw Problem.badInput("reason", "Un motif tient en 2 000 caractères au plus.");
        Map<String, String> detail = Blank.is(reason) ? Map.of() : Map.of("reason", Blank.strip(reason));
        return transition(id, version, by, Verb.WITHDRAW, detail, (booking, now) -> {
            booking.move(Verb.WITHDRAW, now);
            occupation.release(booking.id);
            deadlines.done(booking.id, now, Deadlines.Kind.SILENCE);
        });
    }

    /** A room above does the rest of a verb in the same transaction: {@code work} runs before the booking moves. */
    public Booking move(long id, Integer version, Verb verb, Map<String, String> detail, Account by, Work work) {
        return transition(id, version, by, verb, detail, (booking, now) -> {
            work.on(booking, now);
            booking.move(verb, now);
        });
    }

    /** What a verb does to a booking at an instant. */
    @FunctionalInterface
    public interface Work {
        void on(Booking booking, Instant now);
    }

    private Booking transition(long id, Integer version, Account by, Verb verb, Map<String, String> detail, Work work) {
        return judged(
                id,
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    Booking booking = bookings.getVisible(id, by);
                    if (version != null && version != booking.version()) throw Problem.stale();
                    if (!mayDo(booking, verb, by)) throw BookingRefusal.notYours(verb);
                    if (!booking.status().allows(verb)) throw BookingRefusal.notNow(verb, booking.status());
                    guards.forEach(guard -> guard.check(booking, verb));
                    BookingStatus from = booking.status();
                    Instant now = clock.instant();
                    work.on(booking, now);
                    bookings.flush();
                    moved.fire(new BookingMoved(booking, verb, trail.append(booking, verb, from, by.id, now, detail)));
                    return booking;
                }));
    }

    /** Runs a transaction and says what the database's no means; a deadlock is tried once more. */
    private Booking judged(long id, Supplier<Booking> transaction) {
        for (boolean again : new boolean[] {true, false}) {
            try {
                return transaction.get();
            } catch (OptimisticLockException other) {
                throw BookingRefusal.changedMeanwhile();
            } catch (PersistenceException refused) {
                String state = BookingRepository.sqlState(refused).orElse("");
                if (state.equals(EXCLUSION_VIOLATION)) throw AvailabilityRefusal.taken(collisions(id));
                if (!state.equals(DEADLOCK)) throw refused;
                if (!again) throw AvailabilityRefusal.busy();
            }
        }
        throw AvailabilityRefusal.busy();
    }

    private List<Collision> collisions(long id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> occupation.listCollisions(id, claims(bookings.findById(id))));
    }

    /** Whether this account has the right to a verb of this booking, whatever its state. */
    public boolean mayDo(Booking booking, Verb verb, Account by) {
        return booking.parties().stream()
                .filter(party -> verb.side().includes(party.role))
                .anyMatch(party -> organisations.isMember(party.organisationId, by)
                        && organisations.capabilities(party.organisationId, by).containsAll(List.of(verb.needed())));
    }

    private List<Claim> claims(Booking booking) {
        List<Space> chosen = spaces.listOf(booking.siteId).stream()
                .filter(space ->
                        booking.spaces().stream().anyMatch(one -> one.spaceId().equals(space.id)))
                .toList();
        return Quote.claims(chosen, booking.wholeSite, booking.slots());
    }

    private Organisation organisation(Booking booking, Party.Role role) {
        return organisations.findById(booking.party(role).organisationId);
    }

    /** Whether the rules of the public domain hold for a booking: silence refuses, and the award is reasoned. */
    public boolean isUnderPublicLaw(Booking booking) {
        return organisation(booking, Party.Role.GRANTOR).kind.isPublic() && isPublicDomain(booking);
    }

    /** What was sent before the convention's typefaces were asked is looked at once more: after the agreement nobody can correct it. */
    private void requirePrintable(Booking booking) {
        List<BookingRefusal.Missing> faults = printable.listAllFaults(booking);
        if (!faults.isEmpty()) throw BookingRefusal.unprintable(faults);
    }

    private boolean isPublicDomain(Booking booking) {
        return spaces.listOf(booking.siteId).stream()
                .filter(space ->
                        booking.spaces().stream().anyMatch(one -> one.spaceId().equals(space.id)))
                .anyMatch(space -> space.domain.isPublic());
    }
}

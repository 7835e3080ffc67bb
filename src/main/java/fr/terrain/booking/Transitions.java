package fr.terrain.booking;

import fr.terrain.account.Account;
import fr.terrain.availability.AvailabilityRefusal;
import fr.terrain.availability.Claim;
import fr.terrain.availability.Collision;
import fr.terrain.availability.Occupation;
import fr.terrain.http.Problem;
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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How any verb is done to a booking: one transaction that checks the right, asks the guards, does the work and leaves the event. */
@ApplicationScoped
public class Transitions {
    private static final String EXCLUSION_VIOLATION = "23P01";
    private static final String DEADLOCK = "40P01";

    @Inject
    BookingRepository bookings;

    @Inject
    BookingTrail trail;

    @Inject
    SpaceRepository spaces;

    @Inject
    OrganisationRepository organisations;

    @Inject
    Occupation occupation;

    @Inject
    @Any
    Instance<TransitionGuard> guards;

    @Inject
    Event<BookingMoved> moved;

    @Inject
    Clock clock;

    /** What a verb does to a booking at an instant. */
    @FunctionalInterface
    public interface Work {
        void on(Booking booking, Instant now);
    }

    /**
     * Does a verb, or nothing at all. The clock's are done in the transaction that marks their date as reached, and tried again with it.
     *
     * @param version what the doer had read; null to take the present one
     * @param detail what the event tells besides; read after the work, which may still add to it
     * @param work does the verb on the entity, which moves it
     * @throws fr.terrain.http.ProblemException 404 when the doer may not see the booking, 412 when it changed since it was read
     * @throws BookingRefusal when it is not the doer's to do, or not now
     * @throws AvailabilityRefusal with the stretches in the way when somebody else has the time that it needs
     */
    Booking run(long id, Integer version, Doer by, Verb verb, Map<String, String> detail, Work work) {
        if (by.isClock())
            return QuarkusTransaction.joiningExisting().call(() -> within(id, version, by, verb, detail, work));
        return judged(
                id, () -> QuarkusTransaction.requiringNew().call(() -> within(id, version, by, verb, detail, work)));
    }

    /** The same in the transaction that is under way, which fails with it: for what happens together with something else. */
    Booking within(long id, Integer version, Doer by, Verb verb, Map<String, String> detail, Work work) {
        Booking booking = by.isClock() ? bookings.findById(id) : bookings.getVisible(id, by.account());
        if (version != null && version != booking.version()) throw Problem.stale();
        if (!mayDo(booking, verb, by)) throw BookingRefusal.notYours(verb);
        if (!booking.status().allows(verb)) throw BookingRefusal.notNow(verb, booking.status());
        bookings.lock(booking);
        guards.forEach(guard -> guard.check(booking, verb));
        BookingStatus from = booking.status();
        Instant now = clock.instant();
        Optional<String> absent = by.isClock()
                ? Optional.empty()
                : Standing.of(booking, by.account(), organisations).onBehalfOf(verb);
        work.on(booking, now);
        bookings.flush();
        BookingEvent event = trail.append(booking, verb, from, by.accountId(), now, told(detail, absent));
        moved.fire(new BookingMoved(booking, verb, event));
        return booking;
    }

    /** Whether a verb would be let through for this account as things stand, as far as can be told before trying: then its button is shown. */
    public boolean isOpen(Booking booking, Verb verb, Account account) {
        return booking.status().allows(verb) && mayDo(booking, verb, new Doer(account)) && hasObject(booking, verb);
    }

    /** All the verbs that are open to this account as things stand. */
    public Set<Verb> listOpen(Booking booking, Account account) {
        Standing standing = Standing.of(booking, account, organisations);
        return Arrays.stream(Verb.values())
                .filter(verb -> booking.status().allows(verb) && standing.allows(verb) && hasObject(booking, verb))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Verb.class)));
    }

    private boolean hasObject(Booking booking, Verb verb) {
        return guards.stream().noneMatch(guard -> guard.isMoot(booking, verb));
    }

    /** Whether this doer has the right to a verb of this booking, whatever its state. */
    boolean mayDo(Booking booking, Verb verb, Doer by) {
        return by.isClock()
                ? verb.isOfClock()
                : Standing.of(booking, by.account(), organisations).allows(verb);
    }

    /** What the event tells; of a stand-in also whose work it was. */
    private static Map<String, String> told(Map<String, String> detail, Optional<String> absent) {
        if (absent.isEmpty()) return detail;
        Map<String, String> more = new LinkedHashMap<>(detail);
        more.put("onBehalfOf", absent.get());
        return more;
    }

    /** What the booking takes of its spaces, set-up and tear-down inside. */
    List<Claim> claims(Booking booking) {
        return Quote.claims(spaces(booking), booking.wholeSite, booking.slots());
    }

    /** The spaces that a booking asks for, in the order of their site. */
    List<Space> spaces(Booking booking) {
        return spaces.listOf(booking.siteId).stream()
                .filter(space ->
                        booking.spaces().stream().anyMatch(one -> one.spaceId().equals(space.id)))
                .toList();
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
}

package fr.terrain.booking;

import fr.terrain.ParisClock;
import fr.terrain.account.Account;
import fr.terrain.deadline.Deadlines;
import fr.terrain.deadline.Deadlines.Kind;
import fr.terrain.http.Blank;
import fr.terrain.http.French;
import fr.terrain.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** The receipts that a public body owes to who asks it for something: by the mail that goes out by itself, or by other means. */
@ApplicationScoped
public class Receipts implements TransitionGuard {
    static final int LONGEST = 200;

    @Inject
    Transitions transitions;

    @Inject
    Deadlines deadlines;

    /**
     * A receipt that was given otherwise than by the mail.
     *
     * @param sentOn the day it was given, Europe/Paris; not before the request came, nor still to come
     * @param how by hand, by letter...
     */
    public record Given(
            LocalDate sentOn,

            @Size(max = 200, message = "200 caractères au plus.")
            String how) {}

    /** The mail that is the receipt has left: nothing more is due. */
    public void delivered(long bookingId, Instant now) {
        deadlines.met(bookingId, Kind.RECEIPT, now);
    }

    /** An officer gave it by other means. */
    public Booking record(long id, Integer version, Given given, Account by) {
        String how = Blank.strip(given.how());
        if (how.isEmpty() || how.length() > LONGEST)
            throw Problem.badInput("how", "Dites comment l’accusé a été délivré, en 200 caractères au plus.");
        if (given.sentOn() == null) throw Problem.badInput("sentOn", "Donnez le jour où l’accusé a été délivré.");
        Map<String, String> detail = Map.of("sentOn", given.sentOn().toString(), "how", how);
        return transitions.run(id, version, new Doer(by), Verb.RECORD_RECEIPT, detail, (booking, now) -> {
            LocalDate received = day(booking.receivedAt());
            if (given.sentOn().isBefore(received) || given.sentOn().isAfter(day(now)))
                throw Problem.badInput(
                        "sentOn",
                        "Donnez un jour entre la réception, le " + French.date(received) + ", et aujourd’hui.");
            booking.move(Verb.RECORD_RECEIPT, now);
            deadlines.met(booking.id, Kind.RECEIPT, now);
        });
    }

    /** Whether a receipt is owed and was not given; it may be late. */
    boolean isAwaited(Booking booking) {
        return deadlines.findDue(booking.id, Kind.RECEIPT).isPresent() || isLate(booking);
    }

    /** Whether its ten days are over. */
    boolean isLate(Booking booking) {
        return deadlines.findFired(booking.id, Kind.RECEIPT).isPresent();
    }

    @Override
    public void check(Booking booking, Verb verb) {
        if (isMoot(booking, verb))
            throw new BookingRefusal(
                    BookingRefusal.Reason.RECEIPT_NOT_AWAITED,
                    "L’accusé de réception est déjà délivré, ou la loi n’en demande pas.");
    }

    @Override
    public boolean isMoot(Booking booking, Verb verb) {
        return verb == Verb.RECORD_RECEIPT && !isAwaited(booking);
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ParisClock.PARIS).toLocalDate();
    }
}

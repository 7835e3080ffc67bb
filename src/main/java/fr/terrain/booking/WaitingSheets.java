package fr.terrain.booking;

import fr.terrain.ParisClock;
import fr.terrain.deadline.Deadlines;
import fr.terrain.deadline.Deadlines.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Gathers what the pages tell of the wait of a request. */
@ApplicationScoped
public class WaitingSheets {
    @Inject
    WaitingRepository waiting;

    @Inject
    SlotOffers offers;

    @Inject
    Deadlines deadlines;

    @Inject
    Clock clock;

    /** What is told of this request; who may propose other days is told the nearest that are free. */
    WaitingSheet of(Booking booking, Acts acts) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(ParisClock.PARIS).toLocalDate();
        boolean proposes = acts.can("OFFER_SLOT") && booking.isPlaced();
        return new WaitingSheet(
                waiting.findPosition(booking.id).orElse(null),
                waiting.findOpen(booking.id)
                        .filter(offer -> now.isBefore(offer.expiresAt()))
                        .orElse(null),
                deadlines
                        .findDue(booking.id, Kind.HOLD)
                        .map(LegalClock::lastDay)
                        .orElse(null),
                proposes ? offers.suggest(booking, today, now) : List.of(),
                booking.isPlaced() ? WaitingSheet.days(booking) : 0,
                today);
    }
}

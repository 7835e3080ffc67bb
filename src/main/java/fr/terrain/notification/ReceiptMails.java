package fr.terrain.notification;

import fr.terrain.ParisClock;
import fr.terrain.booking.Party;
import fr.terrain.booking.Receipts;
import fr.terrain.booking.Verb;
import fr.terrain.notification.BookingPeopleRepository.Happened;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Notes that the mail which is the receipt of a request has left: nothing more is due to its owner then. */
@ApplicationScoped
public class ReceiptMails {
    @Inject
    BookingPeopleRepository people;

    @Inject
    Receipts receipts;

    /** The server took this delivery. */
    void left(Delivery delivery, Instant now) {
        if (!delivery.source().equals("booking")) return;
        Happened event = people.getEvent(delivery.event());
        if (event.verb() == Verb.SUBMIT && isToOwner(delivery, event, now)) receipts.delivered(event.bookingId(), now);
    }

    private boolean isToOwner(Delivery delivery, Happened event, Instant now) {
        return people.listPeople(event.bookingId(), now.atZone(ParisClock.PARIS).toLocalDate()).stream()
                .anyMatch(one ->
                        one.role() == Party.Role.OCCUPANT && delivery.address().equalsIgnoreCase(one.address()));
    }
}

package fr.terrain.booking;

import fr.terrain.deadline.Deadlines;
import fr.terrain.deadline.Deadlines.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Nobody leaves a list that he is not in, answers what was not offered, or gives back what was not kept. */
@ApplicationScoped
public class WaitingGuard implements TransitionGuard {
    @Inject
    WaitingRepository waiting;

    @Inject
    Deadlines deadlines;

    @Inject
    Clock clock;

    @Override
    public void check(Booking booking, Verb verb) {
        BookingRefusal no = refusal(booking, verb);
        if (no != null) throw no;
    }

    @Override
    public boolean isMoot(Booking booking, Verb verb) {
        return refusal(booking, verb) != null;
    }

    /** Why not, or null. */
    private BookingRefusal refusal(Booking booking, Verb verb) {
        return switch (verb) {
            case ENLIST -> waiting.waits(booking.id) ? BookingRefusal.waitsAlready() : null;
            case DELIST -> waiting.waits(booking.id) ? null : BookingRefusal.waitsNot();
            case OFFER_SLOT, PLACE_OPTION ->
                waiting.findOpen(booking.id).isPresent() ? BookingRefusal.offeredAlready() : null;
            case ACCEPT_OFFER, DECLINE_OFFER -> isOffered(booking) ? null : BookingRefusal.notOffered();
            case LAPSE_OFFER -> waiting.findOpen(booking.id).isPresent() ? null : BookingRefusal.notOffered();
            case RELEASE_OPTION ->
                deadlines.findDue(booking.id, Kind.HOLD).isPresent() ? null : BookingRefusal.noOption();
            default -> null;
        };
    }

    /** Whether an offer can still be answered. */
    private boolean isOffered(Booking booking) {
        return waiting.findOpen(booking.id)
                .filter(offer -> clock.instant().isBefore(offer.expiresAt()))
                .isPresent();
    }
}

package fr.terrain.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A report is answered once there is one. */
@ApplicationScoped
public class ReportGuard implements TransitionGuard {
    @Inject
    TrialRepository trials;

    @Override
    public void check(Booking booking, Verb verb) {
        if (isMoot(booking, verb))
            throw new BookingRefusal(
                    BookingRefusal.Reason.NO_REPORT,
                    "Aucun bilan n’attend de réponse : le porteur doit d’abord l’envoyer.");
    }

    @Override
    public boolean isMoot(Booking booking, Verb verb) {
        return (verb == Verb.REJECT_REPORT || verb == Verb.CLOSE)
                && trials.findWaiting(booking.id).isEmpty();
    }
}

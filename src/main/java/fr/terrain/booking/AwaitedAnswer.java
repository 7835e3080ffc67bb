package fr.terrain.booking;

import fr.terrain.http.French;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** An answer of the owner is awaited until a day. */
@ApplicationScoped
public class AwaitedAnswer implements Circumstance {
    @Inject
    ChangeRequestRepository changes;

    @Override
    public List<String> of(Booking booking, Reader reader) {
        if (booking.status() != BookingStatus.CHANGES_REQUESTED) return List.of();
        return changes.findOpen(booking).stream()
                .map(asked -> sentence(asked, reader))
                .toList();
    }

    private static String sentence(ChangeRequest asked, Reader reader) {
        String day = French.date(asked.answerBy());
        String clock = asked.isForMissingPieces() ? " Le délai de décision est suspendu jusque‑là." : "";
        return (reader == Reader.OCCUPANT
                        ? "Répondez au plus tard le " + day
                        : "Sa réponse est attendue au plus tard le " + day)
                + "." + clock;
    }
}

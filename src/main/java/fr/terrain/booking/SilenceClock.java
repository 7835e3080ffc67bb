package fr.terrain.booking;

import fr.terrain.booking.LegalClock.Pause;
import fr.terrain.deadline.Deadlines;
import fr.terrain.deadline.Deadlines.Kind;
import fr.terrain.organisation.Organisation;
import fr.terrain.organisation.OrganisationRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Keeps the dates that the law sets to a request in step with what happens to it: silence and receipt. */
@ApplicationScoped
public class SilenceClock {
    @Inject
    Deadlines deadlines;

    @Inject
    OrganisationRepository organisations;

    @Inject
    ChangeRequestRepository changes;

    @Inject
    Transitions transitions;

    void follow(@Observes BookingMoved moved) {
        Booking booking = moved.booking();
        if (moved.verb() == Verb.SUBMIT && grantor(booking).kind.isPublic())
            deadlines.open(booking.id, Kind.RECEIPT, LegalClock.receiptDue(booking.receivedAt()));
        if (moved.verb() == Verb.RESUBMIT)
            deadlines.met(booking.id, Kind.ANSWER, moved.event().occurredAt());
        if (booking.submittedAt() != null) reckon(booking, moved.event().occurredAt());
    }

    /** Sets the end of the delay of silence to what receipt and pauses make of it; stops it when a decision came or the law sets none. */
    public void reckon(Booking booking, Instant now) {
        if (!booking.status().isUndecided()) {
            deadlines.done(booking.id, now, Kind.SILENCE);
            for (Kind kind : List.of(Kind.RECEIPT, Kind.ANSWER, Kind.REASONS)) deadlines.met(booking.id, kind, now);
            return;
        }
        if (deadlines.findFired(booking.id, Kind.SILENCE).isPresent()) return;
        if (isUnderPublicLaw(booking)) deadlines.open(booking.id, Kind.SILENCE, silentRefusal(booking));
        else deadlines.done(booking.id, now, Kind.SILENCE);
    }

    /** When silence refuses this request; only of one that is under public law. */
    Instant silentRefusal(Booking booking) {
        return LegalClock.silentRefusal(booking.receivedAt(), pauses(booking));
    }

    /** Whether the rules of the public domain hold for a booking: silence refuses, and the award is reasoned. */
    public boolean isUnderPublicLaw(Booking booking) {
        return LegalClock.silenceRefuses(
                grantor(booking).kind,
                transitions.spaces(booking).stream().map(space -> space.domain).toList());
    }

    /** Only what was asked for missing pieces suspends the delay. */
    private List<Pause> pauses(Booking booking) {
        return changes.listOf(booking).stream()
                .filter(ChangeRequest::isForMissingPieces)
                .map(asked -> new Pause(asked.askedAt(), asked.answerBy(), asked.answeredAt()))
                .toList();
    }

    private Organisation grantor(Booking booking) {
        return organisations.findById(booking.party(Party.Role.GRANTOR).organisationId);
    }
}

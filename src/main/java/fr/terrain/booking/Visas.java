package fr.terrain.booking;

import fr.terrain.organisation.OrganisationRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where the granting organisation wants it, nothing is agreed before its hierarchy has seen the request as it is. */
@ApplicationScoped
public class Visas implements TransitionGuard, Circumstance {
    /** What the hierarchy saw is no longer what would be agreed. */
    private static final Set<Verb> CHANGES =
            EnumSet.of(Verb.ASK_FOR_CHANGES, Verb.RESUBMIT, Verb.FORWARD, Verb.ACCEPT_OFFER);

    @Inject
    VisaRepository visas;

    @Inject
    OrganisationRepository organisations;

    @Override
    public void check(Booking booking, Verb verb) {
        if (verb == Verb.APPROVE && isAwaited(booking))
            throw new BookingRefusal(
                    BookingRefusal.Reason.VISA_MISSING,
                    "L’organisation veut un visa avant l’accord\u00a0: une personne qui vise, autre que l’agent responsable, doit d’abord voir ce dossier.");
        if (verb == Verb.GIVE_VISA && isMoot(booking, verb))
            throw new BookingRefusal(
                    BookingRefusal.Reason.VISA_NOT_AWAITED,
                    "Aucun visa n’est attendu\u00a0: l’organisation n’en demande pas, ou il est déjà donné.");
    }

    @Override
    public boolean isMoot(Booking booking, Verb verb) {
        return switch (verb) {
            case GIVE_VISA -> !isAwaited(booking);
            case APPROVE -> isAwaited(booking);
            default -> false;
        };
    }

    /** Between officers: the owner is told of decisions. */
    @Override
    public List<String> of(Booking booking, Reader reader) {
        if (reader == Reader.OCCUPANT || !booking.status().isUndecided() || !isRequired(booking)) return List.of();
        return List.of(
                isAwaited(booking)
                        ? "L’accord attend le visa d’une personne autre que l’agent responsable."
                        : "Le visa est donné\u00a0: l’accord est possible tant que la demande ne change pas.");
    }

    /** Whether nothing can be agreed before a visa is given. */
    public boolean isAwaited(Booking booking) {
        return isRequired(booking) && visas.findValid(booking).isEmpty();
    }

    boolean isRequired(Booking booking) {
        return organisations
                .findById(booking.party(Party.Role.GRANTOR).organisationId)
                .isVisaRequired();
    }

    void give(Booking booking, long giver, String note, Instant now) {
        visas.persist(Visa.of(booking, giver, note, now));
    }

    /** Nobody is both who sees and who is in charge; and what was seen is what is agreed. */
    void lapse(@Observes BookingMoved moved) {
        Booking booking = moved.booking();
        boolean changed = CHANGES.contains(moved.verb());
        visas.find("bookingId = ?1 and lapsedAt is null", booking.id)
                .firstResultOptional()
                .filter(visa -> changed || moved.verb() == Verb.REASSIGN && visa.givenBy.equals(booking.officerId()))
                .ifPresent(visa -> visa.lapse(moved.event().occurredAt()));
    }
}

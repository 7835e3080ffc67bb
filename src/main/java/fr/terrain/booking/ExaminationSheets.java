package fr.terrain.booking;

import fr.terrain.organisation.Capability;
import fr.terrain.organisation.ColleagueRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Gathers what the forms of the examination offer, for the verbs that are open. */
@ApplicationScoped
public class ExaminationSheets {
    @Inject
    ColleagueRepository colleagues;

    @Inject
    ForwardingRepository forwarding;

    @Inject
    ChangeRequestRepository changes;

    @Inject
    Visas visas;

    @Inject
    Clock clock;

    ExaminationSheet of(Booking booking, Acts acts) {
        return new ExaminationSheet(
                acts.can("REASSIGN")
                        ? colleagues.listWith(booking.party(Party.Role.GRANTOR).organisationId, Capability.INSTRUCT)
                        : List.of(),
                acts.can("FORWARD") ? forwarding.listCompetent(booking) : List.of(),
                changes.findOpen(booking).orElse(null),
                visas.isRequired(booking),
                booking.status().isUndecided() && visas.isAwaited(booking),
                LocalDate.now(clock));
    }
}

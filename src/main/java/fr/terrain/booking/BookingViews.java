package fr.terrain.booking;

import fr.terrain.account.Caller;
import fr.terrain.booking.BookingView.ClockView;
import fr.terrain.http.Versions;
import fr.terrain.organisation.Capability;
import fr.terrain.organisation.OrganisationRepository;
import fr.terrain.site.SiteRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;

/** What the API shows of a booking to its caller, with what the caller can do to it now. */
@ApplicationScoped
public class BookingViews {
    @Inject
    Caller caller;

    @Inject
    SiteRepository sites;

    @Inject
    DateBook dates;

    @Inject
    OrganisationRepository organisations;

    @Inject
    Clock clock;

    @Inject
    Transitions transitions;

    /** The booking as it stands, with its version as ETag. */
    public Response ok(Booking booking) {
        return Response.ok(of(booking)).tag(Versions.tag(booking.version())).build();
    }

    BookingView of(Booking booking) {
        RunningDates running = dates.of(booking);
        return BookingView.of(
                booking,
                sites.findById(booking.siteId).slug,
                running.silence(),
                ClockView.of(Countdown.of(running, booking.status(), reader(booking), LocalDate.now(clock))),
                transitions.listOpen(booking, caller.account()));
    }

    /** In which quality the caller reads: a member of the side that asks, else by what he does for the side that grants. */
    private Reader reader(Booking booking) {
        if (organisations.isMember(booking.party(Party.Role.OCCUPANT).organisationId, caller.account()))
            return Reader.OCCUPANT;
        Set<Capability> held =
                organisations.capabilities(booking.party(Party.Role.GRANTOR).organisationId, caller.account());
        return held.contains(Capability.INSTRUCT) ? Reader.OFFICER : Reader.LEGAL;
    }
}

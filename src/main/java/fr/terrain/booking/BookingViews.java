package fr.terrain.booking;

import fr.terrain.account.Caller;
import fr.terrain.deadline.Deadlines;
import fr.terrain.http.Versions;
import fr.terrain.site.SiteRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

/** What the API shows of a booking to its caller, with what the caller can do to it now. */
@ApplicationScoped
public class BookingViews {
    @Inject
    Caller caller;

    @Inject
    SiteRepository sites;

    @Inject
    Deadlines deadlines;

    @Inject
    Transitions transitions;

    /** The booking as it stands, with its version as ETag. */
    public Response ok(Booking booking) {
        return Response.ok(of(booking)).tag(Versions.tag(booking.version())).build();
    }

    BookingView of(Booking booking) {
        return BookingView.of(
                booking,
                sites.findById(booking.siteId).slug,
                deadlines.findDue(booking.id, Deadlines.Kind.SILENCE).orElse(null),
                transitions.listOpen(booking, caller.account()));
    }
}

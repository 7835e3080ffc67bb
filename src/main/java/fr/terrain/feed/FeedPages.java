package fr.terrain.feed;

import fr.terrain.account.Account;
import fr.terrain.account.AccountRepository;
import fr.terrain.feed.CalendarAddressRepository.Owner;
import fr.terrain.http.ICalendar;
import fr.terrain.http.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jboss.resteasy.reactive.RestPath;

/** A calendar at its secret address: whoever has the address reads what its owner may see at that instant, without signing in. */
@Path("/calendriers")
@PermitAll
public class FeedPages {
    @Inject
    CalendarAddressRepository addresses;

    @Inject
    AccountRepository accounts;

    @Inject
    Agenda agenda;

    @Inject
    Clock clock;

    /** 404 for an address that was never given or has ended; 304 when the reader has this text already. */
    @GET
    @Path("/{token: [A-Za-z0-9_-]{43}}.ics")
    @Produces(ICalendar.MEDIA_TYPE)
    @Transactional
    public Response read(@RestPath String token, @Context Request request) {
        Owner owner = addresses.find(CalendarAddress.hash(token)).orElseThrow(Problem::notFound);
        Account account = accounts.findById(owner.accountId());
        addresses.used(owner, LocalDate.now(clock));
        String calendar = agenda.write(
                account,
                owner.organisationId(),
                owner.organisation() == null ? "Terrain, mes demandes" : "Terrain, " + owner.organisation());
        EntityTag tag = new EntityTag(
                HexFormat.of().formatHex(CalendarAddress.sha256(calendar.getBytes(StandardCharsets.UTF_8))));
        Response.ResponseBuilder same = request.evaluatePreconditions(tag);
        return (same == null ? Response.ok(calendar).tag(tag) : same)
                .header("Cache-Control", "private, max-age=300")
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}

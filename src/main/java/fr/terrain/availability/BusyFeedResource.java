package fr.terrain.availability;

import fr.terrain.account.Caller;
import fr.terrain.availability.BusyRepository.Feed;
import fr.terrain.fetch.FetchFault;
import fr.terrain.fetch.Fetcher;
import fr.terrain.http.Problem;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The calendar that who keeps a space keeps elsewhere: its address, how its last readings went. */
@Path("/api/spaces/{space}/busy-feed")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Terrains")
@Authenticated
public class BusyFeedResource {
    @Inject
    SpaceKeeper keeper;

    @Inject
    BusyRepository feeds;

    @Inject
    Fetcher fetcher;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** An iCalendar address (RFC 5545), https, on a public machine. */
    public record BusyFeed(
            @NotNull(message = "Donnez l’adresse de l’agenda.")
            @Size(max = 2000, message = "2\u202f000 caractères au plus.")
            String address) {}

    /** The last good reading stays in force while readings fail; error says why they do. 404 when there is no such calendar. */
    @GET
    @Transactional
    @Operation(summary = "Donne l’agenda extérieur d’un espace et l’état de ses lectures")
    public Feed get(@RestPath long space) {
        return feeds.find(keeper.kept(space).id).orElseThrow(Problem::notFound);
    }

    /** It is read within a minute, then every half hour: at most 5 MB, 5 000 events, rules by day or longer. Another address begins anew. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(summary = "Donne à un espace l’agenda que son gestionnaire tient ailleurs")
    public Feed put(@RestPath long space, @Valid @NotNull(message = "Envoyez l’adresse en JSON.") BusyFeed wanted) {
        long kept = keeper.kept(space).id;
        try {
            feeds.set(kept, fetcher.form(wanted.address()), caller.account().id, clock.instant());
        } catch (FetchFault fault) {
            throw Problem.badInput("address", fault.getMessage());
        }
        return feeds.find(kept).orElseThrow(Problem::notFound);
    }

    /** What it said goes with it; bookings stay. */
    @DELETE
    @Transactional
    @Operation(summary = "Retire l’agenda extérieur d’un espace")
    @APIResponse(responseCode = "204", description = "C’est fait.")
    public Response remove(@RestPath long space) {
        if (!feeds.remove(keeper.kept(space).id)) throw Problem.notFound();
        return Response.noContent().build();
    }
}

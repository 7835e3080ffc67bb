package fr.terrain.booking;

import fr.terrain.account.Account;
import fr.terrain.account.Caller;
import fr.terrain.http.Faults;
import fr.terrain.http.Once;
import fr.terrain.http.OnceGuard;
import fr.terrain.http.Problem;
import fr.terrain.http.Versions;
import fr.terrain.organisation.Mailbox;
import fr.terrain.organisation.Organisation;
import fr.terrain.organisation.Particulars;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Requests that an officer writes down for somebody who telephoned or wrote on paper, over JSON. */
@Path("/api/entered-bookings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Demandes")
@Authenticated
public class EntryResource {
    @Inject
    Caller caller;

    @Inject
    EntryRepository entries;

    @Inject
    BookingDrafts drafts;

    @Inject
    BookingViews views;

    /** A request that came; {@code organisation} is one that is known, {@code opened} describes one that is not. */
    public record EntryBody(
            @Size(max = 80, message = "80 caractères au plus.")
            String site,

            Channel channel,
            LocalDate receivedOn,
            Long organisation,
            @Valid Opened opened,

            @Size(max = 254, message = "254 caractères au plus.")
            String contact,

            @Size(max = 200, message = "200 caractères au plus.")
            String title) {

        Entry read(UUID key, Faults faults) {
            if ((organisation == null) == (opened == null))
                faults.add("organisation", "Donnez l’organisation qui demande, ou décrivez‑la, mais pas les deux.");
            if (site == null || site.isBlank()) faults.add("site", "Indiquez le terrain.");
            if (receivedOn == null) faults.add("receivedOn", "Donnez le jour où elle est venue.");
            Particulars described = opened == null ? null : opened.read(contact, faults);
            return new Entry(
                    key,
                    site,
                    channel,
                    receivedOn,
                    organisation,
                    described,
                    Mailbox.read("contact", contact, faults),
                    BeginForm.readTitle(title, faults));
        }
    }

    /** An organisation that nobody has opened yet. */
    public record Opened(
            @Size(max = 200, message = "200 caractères au plus.")
            String name,

            @Size(max = 120, message = "120 caractères au plus.")
            String legalForm,

            Organisation.Kind kind,

            @Size(max = 40, message = "40 caractères au plus.")
            String siret,

            @Size(max = 400, message = "400 caractères au plus.")
            String address) {
        Particulars read(String contact, Faults faults) {
            return Particulars.readForAnother(
                    faults, new Particulars(name, legalForm, kind, siret, null, null, address, contact));
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Saisit une demande venue par téléphone ou sur papier, pour qui l’a faite")
    @APIResponseSchema(value = BookingView.class, responseCode = "201")
    @Once
    public Response enter(
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull(message = "Envoyez la demande en JSON.") EntryBody body) {
        Account officer = caller.account();
        if (!entries.mayEnter(officer))
            throw Problem.forbidden(
                    "Seuls les agents d’un gestionnaire de terrain saisissent une demande pour quelqu’un d’autre.");
        Faults faults = new Faults();
        Entry entry = body.read(OnceGuard.keyOrNew(key), faults);
        if (faults.any()) throw Problem.badInput(faults);
        Booking booking = drafts.enter(entry, officer);
        return Response.created(URI.create("/api/bookings/" + booking.id))
                .tag(Versions.tag(booking.version()))
                .entity(views.of(booking))
                .build();
    }
}

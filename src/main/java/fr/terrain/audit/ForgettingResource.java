package fr.terrain.audit;

import fr.terrain.account.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Forgets a person over the API, for the administrator of the platform. */
@Path("/api/accounts/{id: [0-9]{1,18}}/forgetting")
@Tag(name = "Journal")
@RolesAllowed("admin")
public class ForgettingResource {
    @Inject
    Caller caller;

    @Inject
    Forgetting forgetting;

    /**
     * What is asked.
     *
     * @param reason why, without the name: 10 to 1 000 characters
     * @param names other names under which others may have written about the person
     */
    public record Asked(
            @NotNull(message = "Dites pourquoi.") @Size(max = 1000, message = "1 000 caractères au plus.")
            String reason,

            @Size(max = 10, message = "Dix autres noms au plus.")
            List<
                            @NotNull(message = "Un nom ne peut être vide.")
                            @Size(min = 4, max = 200, message = "Un nom tient en 4 à 200 caractères.") String>
                    names) {}

    /** Nothing comes back: 204. 409 lists what others must take over first. */
    @POST
    @Operation(summary = "Efface une personne : nom, adresse et textes ; ses actes restent, sans elle")
    @APIResponse(responseCode = "204", description = "La personne est effacée.")
    public void forget(@RestPath long id, @NotNull(message = "Dites pourquoi.") @Valid Asked asked) {
        forgetting.forget(id, asked.reason(), asked.names() == null ? List.of() : asked.names(), caller.account());
    }
}

package fr.terrain.audit;

import fr.terrain.account.Caller;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The proof of the trail for the administrator of the platform: last seal, last verification, and one more at will. */
@Path("/administration/journal")
@RolesAllowed("admin")
@Produces(MediaType.TEXT_HTML)
public class AuditPages {
    private static final URI HERE = URI.create("/administration/journal");
    private static final int SHOWN = 14;

    @Inject
    Caller caller;

    @Inject
    Auditor auditor;

    @Inject
    AuditRunRepository runs;

    @Inject
    SealRepository seals;

    @Inject
    SealKeys keys;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance journal(Journal journal);
    }

    /** What the page shows. */
    public record Journal(List<Seal> seals, Optional<SealKey> key, Optional<AuditRun> run) {
        public Seal last() {
            return seals.isEmpty() ? null : seals.getFirst();
        }
    }

    @GET
    @Transactional
    public String show() {
        return Templates.journal(
                        new Journal(seals.list(SealRepository.END_OF_TIME, SHOWN), keys.current(), runs.findLast()))
                .render();
    }

    @POST
    @Path("/verification")
    public Response verify() {
        auditor.verify(caller.account());
        return Response.seeOther(HERE).build();
    }

    /** The same page, for who comes back to the address of the form after signing in again. */
    @GET
    @Path("/verification")
    public Response back() {
        return Response.seeOther(HERE).build();
    }
}

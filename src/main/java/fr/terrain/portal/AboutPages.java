package fr.terrain.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** The pages that speak of the service itself. */
@Path("/accessibilite")
@PermitAll
public class AboutPages {
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance accessibility();
    }

    /** The accessibility statement that the law asks of a public body. */
    @GET
    @Produces(SearchPages.HTML)
    public TemplateInstance accessibility() {
        return Templates.accessibility();
    }
}

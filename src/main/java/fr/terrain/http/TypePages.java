package fr.terrain.http;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** The pages that the {@code type} of a problem leads to: for people as HTML, for programs that ask for it as JSON. */
@Path("/problemes")
@Produces({TypePages.HTML, MediaType.APPLICATION_JSON})
@PermitAll
public class TypePages {
    static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
    private static final List<Variant> OFFERED = Variant.mediaTypes(
                    MediaType.TEXT_HTML_TYPE, MediaType.APPLICATION_JSON_TYPE)
            .build();

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance types(List<ProblemType> types);

        static native TemplateInstance type(ProblemType type);
    }

    @GET
    public Response list(@Context Request request) {
        return answer(request, ProblemType.list(), Templates.types(ProblemType.list()));
    }

    @GET
    @Path("/{type}")
    public Response get(@RestPath String type, @Context Request request) {
        ProblemType known = ProblemType.find(type).orElseThrow(Problem::notFound);
        return answer(request, known, Templates.type(known));
    }

    private static Response answer(Request request, Object data, TemplateInstance page) {
        boolean asked = MediaType.APPLICATION_JSON_TYPE.equals(
                request.selectVariant(OFFERED).getMediaType());
        Response.ResponseBuilder answer =
                asked ? Response.ok(data, MediaType.APPLICATION_JSON) : Response.ok(page.render(), HTML);
        return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }
}

package fr.terrain.convention;

import fr.terrain.document.Document;
import fr.terrain.document.DocumentRepository;
import fr.terrain.http.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** What anybody may check of a convention by its number: dates, state and hash; never its text nor its parties. */
@Path("/verification")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class VerificationPages {
    @Inject
    DocumentRepository documents;

    @Inject
    SignatureRepository signatures;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance verification(Proof proof);
    }

    /** What the page tells. */
    public record Proof(
            String number,
            int version,
            Document.State state,
            Instant issuedAt,
            List<Instant> signedAt,
            Fingerprint fingerprint) {}

    @GET
    @Path("/{number: CONV-[0-9]{4}-[0-9]{4,9}}")
    @Transactional
    public String verification(@RestPath String number) {
        Document document = documents.findByNumber(number).orElseThrow(Problem::notFound);
        return Templates.verification(new Proof(
                        document.number(),
                        document.version(),
                        document.state(),
                        document.issuedAt,
                        signatures.listOf(document).stream()
                                .map(Signature::signedAt)
                                .toList(),
                        new Fingerprint(document.hash())))
                .render();
    }
}

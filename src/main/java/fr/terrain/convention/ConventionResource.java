package fr.terrain.convention;

import fr.terrain.account.Caller;
import fr.terrain.convention.ConventionIssuer.Issued;
import fr.terrain.document.Document;
import fr.terrain.document.DocumentRepository;
import fr.terrain.http.Problem;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Conventions over JSON, and their PDF. */
@Path("/api/conventions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conventions")
@Authenticated
public class ConventionResource {
    @Inject
    Caller caller;

    @Inject
    ConventionIssuer issuer;

    @Inject
    ConventionSigner signer;

    @Inject
    DocumentRepository documents;

    @Inject
    SignatureRepository signatures;

    /** A convention and its signatures; the hash is the SHA-256 of the PDF. */
    public record ConventionView(
            String number,
            int version,
            Document.State state,
            String reference,
            String sha256,
            Instant issuedAt,
            List<Signature> signatures) {
        static ConventionView of(Issued issued) {
            Document document = issued.document();
            return new ConventionView(
                    document.number(),
                    document.version(),
                    document.state(),
                    issued.booking().reference,
                    document.hash(),
                    document.issuedAt,
                    issued.signatures());
        }
    }

    /** What anybody may check of a convention: never its text nor its parties. */
    public record Verification(
            String number,
            int version,
            Document.State state,
            Instant issuedAt,
            String sha256,
            List<Instant> signedAt) {}

    /** Consent to the version of this hash; the party is needed where the caller signs for several. */
    public record Consent(
            @Size(max = 64, message = "64 caractères au plus.")
            String sha256,

            boolean consent,
            Long party) {}

    @GET
    @Path("/{number}")
    @Operation(summary = "Donne une convention et ses signatures")
    public ConventionView get(@RestPath String number) {
        return ConventionView.of(issuer.get(number, caller.account()));
    }

    @GET
    @Path("/{number}.pdf")
    @Produces("application/pdf")
    @Operation(summary = "Donne la convention en PDF")
    @APIResponseSchema(value = byte[].class, responseDescription = "Le document")
    public Response pdf(@RestPath String number) {
        return file(issuer.get(number, caller.account()).document());
    }

    @POST
    @Path("/{number}/signatures")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Signe la version émise, au nom d’une partie")
    public ConventionView sign(
            @RestPath String number, @Valid @NotNull(message = "Envoyez le consentement en JSON.") Consent consent) {
        return ConventionView.of(
                signer.sign(number, consent.sha256(), consent.consent(), consent.party(), caller.account()));
    }

    @GET
    @Path("/{number}/verification")
    @PermitAll
    @Transactional
    @Operation(summary = "Vérifie une convention : numéro, dates, état, empreinte")
    public Verification verification(@RestPath String number) {
        Document document = documents.findByNumber(number).orElseThrow(Problem::notFound);
        return new Verification(
                document.number(),
                document.version(),
                document.state(),
                document.issuedAt,
                document.hash(),
                signatures.listOf(document).stream().map(Signature::signedAt).toList());
    }

    /** The bytes of a document, to be kept by the reader under its number. */
    static Response file(Document document) {
        return Response.ok(document.bytes())
                .type("application/pdf")
                .header("Content-Disposition", "attachment; filename=\"" + document.number() + ".pdf\"")
                .header("Cache-Control", "private, no-cache")
                .tag(document.hash())
                .build();
    }
}

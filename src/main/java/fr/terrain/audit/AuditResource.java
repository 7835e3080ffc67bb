package fr.terrain.audit;

import fr.terrain.http.GivenParameters;
import fr.terrain.http.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** What anybody may keep in order to check later that the past is as it was: public keys and seals, which name no request and nobody. */
@Path("/api/audit")
@Tag(name = "Journal")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
    private static final int MOST = 1000;
    private static final int USUAL = 50;

    @Inject
    SealKeys keys;

    @Inject
    SealRepository seals;

    /** A key: X.509 encoding in Base64. */
    public record KeyView(String id, String algorithm, String publicKey, boolean current) {}

    /** A seal: hashes in hexadecimal, signature in Base64 over the bytes of {@code message} in UTF-8. */
    public record SealView(
            LocalDate day,
            LocalDate coversFrom,
            Instant madeAt,
            int chains,
            String root,
            String previous,
            String hash,
            String keyId,
            String signature,
            String message) {
        static SealView of(Seal seal) {
            HexFormat hex = HexFormat.of();
            return new SealView(
                    seal.day(),
                    seal.coversFrom(),
                    seal.madeAt(),
                    seal.chains(),
                    hex.formatHex(seal.root()),
                    seal.previousHash() == null ? null : hex.formatHex(seal.previousHash()),
                    seal.fingerprint(),
                    seal.keyId(),
                    Base64.getEncoder().encodeToString(seal.signature()),
                    new String(seal.message(), StandardCharsets.UTF_8));
        }
    }

    @GET
    @Path("/keys")
    @Operation(summary = "Donne les clés publiques des sceaux du journal, celle qui signe en premier")
    public List<KeyView> keys(@Context UriInfo uri) {
        GivenParameters.only(uri);
        return keys.trusted().stream()
                .map(key -> new KeyView(
                        key.id(),
                        SealKey.ALGORITHM,
                        key.text(),
                        keys.current().filter(key::equals).isPresent()))
                .toList();
    }

    /**
     * The seals, newest first.
     *
     * @param before only those of earlier days, local date in Europe/Paris
     * @param limit 1 to 1000, 50 when not given
     */
    @GET
    @Path("/seals")
    @Transactional
    @Operation(summary = "Donne les sceaux du journal, du plus récent au plus ancien")
    public List<SealView> seals(@Context UriInfo uri, @RestQuery String before, @RestQuery String limit) {
        GivenParameters.only(uri, "before", "limit");
        int most = GivenParameters.whole("limit", limit, 1, MOST, USUAL);
        return seals.list(day(before), most).stream().map(SealView::of).toList();
    }

    private static LocalDate day(String given) {
        if (given == null) return SealRepository.END_OF_TIME;
        try {
            LocalDate day = LocalDate.parse(given);
            if (day.getYear() >= 2000 && day.getYear() <= SealRepository.END_OF_TIME.getYear()) return day;
        } catch (DateTimeParseException e) {
            throw wrongDay();
        }
        throw wrongDay();
    }

    private static RuntimeException wrongDay() {
        return Problem.badInput("before", "Donnez une date sous la forme 2027-05-03.");
    }
}

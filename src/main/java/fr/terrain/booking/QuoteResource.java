package fr.terrain.booking;

import fr.terrain.availability.Collision;
import fr.terrain.availability.Occupation;
import fr.terrain.availability.Occurrence;
import fr.terrain.availability.Series;
import fr.terrain.booking.BookingRefusal.Missing;
import fr.terrain.fee.Fee;
import fr.terrain.fee.UseClass;
import fr.terrain.site.Site;
import fr.terrain.site.SiteRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What an ask would come to on a published site, before anything is written: its slots one by one, its fee, and what stands in the way; never by whom. */
@Path("/api/sites/{slug}/quote")
@Tag(name = "Terrains")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class QuoteResource {
    @Inject
    SiteRepository sites;

    @Inject
    Quotes quotes;

    @Inject
    Occupation occupation;

    /**
     * What would be asked; days and hours are local in Europe/Paris.
     *
     * @param startTime hours of each day; with {@code endTime} at or before it, until the next morning; null for whole openings
     * @param weekdays the days of the week of a series; none for every day
     * @param except days of the series that are given up
     */
    public record Wish(
            boolean wholeSite,

            @Size(max = 100, message = "100 espaces au plus.")
            List<@NotNull(message = "Un espace est vide.") Long> spaces,

            LocalDate firstDay,
            LocalDate lastDay,
            LocalTime startTime,
            LocalTime endTime,

            @Size(max = 7, message = "7 jours de la semaine au plus.")
            Set<@NotNull(message = "Un jour de la semaine est vide.") DayOfWeek> weekdays,

            @Size(max = Series.MOST, message = "366 jours retirés au plus.")
            Set<@NotNull(message = "Un jour retiré est vide.") LocalDate> except,

            @Schema(maximum = "99999999.99")
            @DecimalMin(value = "0.01", message = "La surface est plus grande que zéro.")
            @Digits(
                    integer = 8,
                    fraction = 2,
                    message = "Donnez la surface en mètres carrés, avec deux décimales au plus.")
            BigDecimal areaM2,

            UseClass useClass) {
        Ask ask() {
            return new Ask(
                    wholeSite,
                    spaces,
                    firstDay,
                    lastDay,
                    Series.of(startTime, endTime, weekdays, except),
                    areaM2,
                    useClass == null ? UseClass.NO_REVENUE : useClass,
                    "");
        }
    }

    /** One stretch of a series, local in Europe/Paris, and whether it can be had; when it cannot, where and, of a closure, why. */
    public record Stretch(
            LocalDateTime starts, LocalDateTime ends, Occurrence.State state, String space, String cause) {
        static Stretch of(Occurrence one) {
            return new Stretch(one.slot().starts(), one.slot().ends(), one.state(), one.space(), one.cause());
        }
    }

    /** What it comes to: calendar days used, fee in euros excluding tax (null when none is known, {@code feeMissing} says why), what keeps it from being sent, who is in the way. */
    public record Told(
            String site,
            int slots,
            int days,
            BigDecimal areaM2,
            BigDecimal fee,
            List<Fee.Line> feeLines,
            Missing feeMissing,
            List<Stretch> occurrences,
            List<Missing> obstacles,
            List<Collision> collisions) {}

    /** Writes nothing; a site that is not published is unknown. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            summary = "Chiffre une demande sans rien enregistrer",
            description = "Dit le prix, ce qui empêche l’envoi et, pour une série, ce que devient chaque créneau.")
    public Told quote(@RestPath String slug, @Valid @NotNull(message = "Envoyez la demande en JSON.") Wish wish) {
        Site site = sites.getPublished(slug);
        Quote quote = quotes.quote(site, wish.ask(), null);
        return new Told(
                slug,
                quote.stretches().size(),
                quote.slots().isEmpty() ? 0 : quote.days(),
                quote.areaM2(),
                quote.fee() == null ? null : quote.fee().total(),
                quote.fee() == null ? null : quote.fee().lines(),
                quote.feeMissing(),
                quote.occurrences().stream().map(Stretch::of).toList(),
                quotes.listObstacles(quote),
                occupation.listCollisions(null, quote.claims()));
    }
}

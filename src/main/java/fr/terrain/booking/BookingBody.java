package fr.terrain.booking;

import fr.terrain.availability.Series;
import fr.terrain.booking.NewBooking.ProjectSheet;
import fr.terrain.fee.UseClass;
import fr.terrain.http.Blank;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a client sends to write a request down; days are local dates of Europe/Paris, both included.
 *
 * @param startTime hours of each day, local; with {@code endTime} at or before it, until the next morning; null for whole openings
 * @param weekdays the days of the week of a series; none for every day
 * @param except days of the series that are given up
 */
public record BookingBody(
        @NotNull(message = "Indiquez le terrain.")
        @Pattern(
                regexp = "[a-z0-9-]{1,80}",
                message = "Indiquez l’identifiant du terrain, tel qu’il est dans son adresse.")
        String site,

        @NotNull(message = "Indiquez l’organisation qui demande.")
        Long organisation,

        Long projectId,
        @Valid Sheet project,
        boolean wholeSite,
        @Size(max = 100, message = "100 espaces au plus.") List<@NotNull(message = "Un espace est vide.") Long> spaces,
        @NotNull(message = "Indiquez le premier jour.") LocalDate firstDay,
        @NotNull(message = "Indiquez le dernier jour.") LocalDate lastDay,
        LocalTime startTime,
        LocalTime endTime,

        @Size(max = 7, message = "7 jours de la semaine au plus.")
        Set<@NotNull(message = "Un jour de la semaine est vide.") DayOfWeek> weekdays,

        @Size(max = Series.MOST, message = "366 jours retirés au plus.")
        Set<@NotNull(message = "Un jour retiré est vide.") LocalDate> except,

        @Schema(maximum = "99999999.99")
        @DecimalMin(value = "0.01", message = "La surface est plus grande que zéro.")
        @Digits(integer = 8, fraction = 2, message = "Donnez la surface en mètres carrés, avec deux décimales au plus.")
        BigDecimal areaM2,

        UseClass useClass,

        @Size(max = 4000, message = "4 000 caractères au plus.")
        String needs) {

    /** The project of a request. */
    @Schema(name = "ProjectSheet")
    public record Sheet(
            @NotNull(message = "Donnez un titre au projet.")
            @Size(min = 3, max = 200, message = "Le titre fait de 3 à 200 caractères.")
            String title,

            @Size(max = Project.LONGEST_PURPOSE, message = "4 000 caractères au plus.")
            String purpose,

            @Size(max = Project.LONGEST_PROTOCOL, message = "10 000 caractères au plus.")
            String protocol,

            @Size(max = 9, message = "9 techniques au plus.")
            List<@NotNull(message = "Une technique est vide.") Technique> techniques,

            @Min(value = 1, message = "La maturité va de 1 à 9.") @Max(value = 9, message = "La maturité va de 1 à 9.")
            Integer trl,

            @Min(value = 1, message = "Une personne au moins.")
            @Max(value = 10000, message = "10 000 personnes au plus.")
            Integer people) {

        public Sheet {
            title = title == null ? null : Blank.strip(title);
            purpose = Blank.orNull(purpose);
            protocol = Blank.orNull(protocol);
        }

        ProjectSheet sheet() {
            return new ProjectSheet(title, purpose, protocol, techniques, trl, people);
        }
    }

    Ask ask() {
        return new Ask(
                wholeSite,
                spaces,
                firstDay,
                lastDay,
                Series.of(startTime, endTime, weekdays, except),
                areaM2,
                useClass == null ? UseClass.NO_REVENUE : useClass,
                needs);
    }

    NewBooking wanted(UUID key) {
        return new NewBooking(key, site, organisation, projectId, project == null ? null : project.sheet(), ask());
    }
}

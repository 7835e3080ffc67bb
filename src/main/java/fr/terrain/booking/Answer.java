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
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the owner answers to a change request: the fields that change, null for those that stay; days are local dates of
 * Europe/Paris, both included.
 *
 * @param hours those that take the place of the present ones, given-up days among them; asked with the dates
 * @param areaM2 in square metres; null with another place takes the area of its spaces
 * @param message what the owner says besides
 */
public record Answer(
        @Size(min = 3, max = 200, message = "Le titre fait de 3 à 200 caractères.")
        String title,

        @Size(max = Project.LONGEST_PURPOSE, message = "4 000 caractères au plus.")
        String purpose,

        @Size(max = Project.LONGEST_PROTOCOL, message = "10 000 caractères au plus.")
        String protocol,

        @Size(max = 9, message = "9 techniques au plus.")
        List<@NotNull(message = "Une technique est vide.") Technique> techniques,

        @Min(value = 1, message = "La maturité va de 1 à 9.") @Max(value = 9, message = "La maturité va de 1 à 9.")
        Integer trl,

        @Min(value = 1, message = "Une personne au moins.") @Max(value = 10000, message = "10 000 personnes au plus.")
        Integer people,

        @Size(max = 4000, message = "4 000 caractères au plus.")
        String needs,

        Boolean wholeSite,
        @Size(max = 100, message = "100 espaces au plus.") List<@NotNull(message = "Un espace est vide.") Long> spaces,
        LocalDate firstDay,
        LocalDate lastDay,
        @Valid Hours hours,

        @Schema(maximum = "99999999.99")
        @DecimalMin(value = "0.01", message = "La surface est plus grande que zéro.")
        @Digits(integer = 8, fraction = 2, message = "Donnez la surface en mètres carrés, avec deux décimales au plus.")
        BigDecimal areaM2,

        UseClass useClass,

        @Size(max = LONGEST_MESSAGE, message = "2 000 caractères au plus.")
        String message) {
    static final int LONGEST_MESSAGE = 2000;

    public Answer {
        title = strip(title);
        purpose = strip(purpose);
        protocol = strip(protocol);
        needs = strip(needs);
        message = Blank.orNull(message);
    }

    /** The project as the answer tells it. */
    ProjectSheet sheet(Project now) {
        return new ProjectSheet(
                or(title, now.title),
                or(purpose, now.purpose),
                or(protocol, now.protocol),
                or(techniques, now.techniques()),
                or(trl, now.trl),
                or(people, now.people));
    }

    /** Place, dates, area and use as the answer tells them. */
    Ask ask(Booking now) {
        List<Long> present = now.spaces().stream().map(BookedSpace::spaceId).toList();
        boolean moves = changed(now).contains(RequestField.PLACE);
        return new Ask(
                whole(now),
                or(spaces, present),
                or(firstDay, Asked.of(now).firstDay()),
                or(lastDay, Asked.of(now).lastDay()),
                series(now),
                areaM2 == null && moves ? null : or(areaM2, now.areaM2),
                or(useClass, now.useClass),
                or(needs, now.needs));
    }

    /** The fields that the answer would change. */
    Set<RequestField> changed(Booking now) {
        Set<RequestField> changed = EnumSet.noneOf(RequestField.class);
        ProjectSheet told = sheet(now.project);
        mark(changed, RequestField.TITLE, !told.title().equals(now.project.title));
        mark(changed, RequestField.PURPOSE, !told.purpose().equals(now.project.purpose));
        mark(changed, RequestField.PROTOCOL, !told.protocol().equals(now.project.protocol));
        mark(
                changed,
                RequestField.TECHNIQUES,
                !Set.copyOf(told.techniques()).equals(Set.copyOf(now.project.techniques())));
        mark(changed, RequestField.TRL, !Objects.equals(told.trl(), now.project.trl));
        mark(changed, RequestField.PEOPLE, !Objects.equals(told.people(), now.project.people));
        mark(changed, RequestField.NEEDS, needs != null && !needs.equals(now.needs));
        mark(changed, RequestField.PLACE, moves(now));
        mark(
                changed,
                RequestField.DATES,
                differs(firstDay, Asked.of(now).firstDay())
                        || differs(lastDay, Asked.of(now).lastDay())
                        || !Objects.equals(series(now), Asked.of(now).series()));
        mark(changed, RequestField.AREA, areaM2 != null && (now.areaM2 == null || areaM2.compareTo(now.areaM2) != 0));
        mark(changed, RequestField.USE_CLASS, differs(useClass, now.useClass));
        return changed;
    }

    private Series series(Booking now) {
        return hours == null ? Asked.of(now).series() : hours.series();
    }

    private boolean whole(Booking now) {
        if (wholeSite != null) return wholeSite;
        return spaces == null && now.wholeSite;
    }

    private boolean moves(Booking now) {
        if (whole(now) || now.wholeSite) return whole(now) != now.wholeSite;
        Set<Long> present = new HashSet<>();
        now.spaces().forEach(space -> present.add(space.spaceId()));
        return spaces != null && !new HashSet<>(spaces).equals(present);
    }

    private static String strip(String text) {
        return text == null ? null : Blank.strip(text);
    }

    private static void mark(Set<RequestField> changed, RequestField field, boolean differs) {
        if (differs) changed.add(field);
    }

    private static boolean differs(Object given, Object now) {
        return given != null && !given.equals(now);
    }

    private static <T> T or(T given, T now) {
        return given == null ? now : given;
    }
}

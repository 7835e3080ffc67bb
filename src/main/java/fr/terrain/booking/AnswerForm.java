package fr.terrain.booking;

import fr.terrain.fee.UseClass;
import fr.terrain.http.Blank;
import fr.terrain.http.Faults;
import fr.terrain.http.Typed;
import fr.terrain.site.Space;
import java.math.BigDecimal;
import java.util.List;

/** The answer to a change request as it was typed, or the present values; only the fields that were asked are read. */
public record AnswerForm(ProjectForm project, PlaceForm place, String title, String message) {

    /** What the request says now. */
    static AnswerForm of(Booking booking, List<Space> offered) {
        return new AnswerForm(
                ProjectForm.of(booking), PlaceForm.of(booking, offered, null, null), booking.project.title, "");
    }

    /** What was typed; a field that was not asked is shown as it is. */
    static AnswerForm of(Typed typed, Booking booking, List<Space> offered, ChangeRequest asked) {
        AnswerForm now = of(booking, offered);
        ProjectForm project = now.project;
        project.purpose = or(typed.one("purpose"), project.purpose);
        project.protocol = or(typed.one("protocol"), project.protocol);
        project.needs = or(typed.one("needs"), project.needs);
        project.trl = or(typed.one("trl"), project.trl);
        project.people = or(typed.one("people"), project.people);
        if (asked.opens(RequestField.TECHNIQUES)) project.techniques = typed.all("techniques");
        PlaceForm place = now.place;
        place.firstDay = or(typed.one("firstDay"), place.firstDay);
        place.lastDay = or(typed.one("lastDay"), place.lastDay);
        place.areaM2 = or(typed.one("areaM2"), place.areaM2);
        place.useClass = or(typed.one("useClass"), place.useClass);
        if (asked.opens(RequestField.DATES)) fillHours(place, typed);
        if (asked.opens(RequestField.PLACE)) {
            place.spaces = typed.all("spaces");
            place.wholeSite = typed.one("wholeSite");
        }
        return new AnswerForm(project, place, or(typed.one("title"), now.title), or(typed.one("message"), ""));
    }

    private static void fillHours(PlaceForm place, Typed typed) {
        place.startTime = or(typed.one("startTime"), place.startTime);
        place.endTime = or(typed.one("endTime"), place.endTime);
        place.weekdays = typed.all("weekdays");
        place.except = typed.all("except");
    }

    /** Null when the form does not ask for hours. */
    private static Hours hours(Typed typed, Faults faults) {
        if (typed.one("startTime") == null && typed.one("endTime") == null) return null;
        PlaceForm place = new PlaceForm();
        fillHours(place, typed);
        return Hours.of(place.series(faults));
    }

    /** The answer; a field that came without being asked is read as well, and refused where the rule stands. */
    static Answer read(Typed typed, Booking booking, ChangeRequest asked, List<Space> offered, Faults faults) {
        boolean place = asked.opens(RequestField.PLACE) || !typed.all("spaces").isEmpty();
        boolean whole = typed.has("wholeSite", "true");
        List<Long> spaces = place ? faults.ids("spaces", typed.all("spaces")) : null;
        if (place && !whole && spaces.isEmpty())
            faults.add("spaces", "Choisissez au moins un espace, ou le terrain entier.");
        return new Answer(
                typed.one("title") == null ? null : BeginForm.readTitle(typed.one("title"), faults),
                text(typed, "purpose", Project.LONGEST_PURPOSE, faults),
                text(typed, "protocol", Project.LONGEST_PROTOCOL, faults),
                asked.opens(RequestField.TECHNIQUES) || typed.one("techniques") != null
                        ? faults.choices("techniques", typed.all("techniques"), Technique.class)
                        : null,
                faults.whole("trl", typed.one("trl"), 1, 9, "Choisissez un niveau de 1 à 9."),
                faults.whole("people", typed.one("people"), 1, 10_000, "Donnez un nombre de personnes, de 1 à 10 000."),
                text(typed, "needs", 4000, faults),
                place || whole ? whole : null,
                spaces,
                typed.one("firstDay") == null
                        ? null
                        : faults.day("firstDay", typed.one("firstDay"), "Donnez le premier jour de l’essai."),
                typed.one("lastDay") == null
                        ? null
                        : faults.day("lastDay", typed.one("lastDay"), "Donnez le dernier jour de l’essai."),
                hours(typed, faults),
                area(
                        typed,
                        place ? whole : booking.wholeSite,
                        spaces == null ? present(booking) : spaces,
                        offered,
                        faults),
                faults.choice("useClass", typed.one("useClass"), UseClass.class),
                Blank.orNull(faults.text("message", typed.one("message"), Answer.LONGEST_MESSAGE)));
    }

    /** Left blank, the area is all that the spaces have. */
    private static BigDecimal area(Typed typed, boolean whole, List<Long> spaces, List<Space> offered, Faults faults) {
        BigDecimal area =
                faults.decimal("areaM2", typed.one("areaM2"), "Donnez la surface en mètres carrés, en chiffres.");
        if (area != null || typed.one("areaM2") == null) return area;
        List<Space> chosen = offered.stream()
                .filter(space -> whole || spaces.contains(space.id))
                .toList();
        return chosen.isEmpty() ? null : Space.area(chosen);
    }

    private static List<Long> present(Booking booking) {
        return booking.spaces().stream().map(BookedSpace::spaceId).toList();
    }

    private static String text(Typed typed, String field, int most, Faults faults) {
        return typed.one(field) == null ? null : faults.text(field, typed.one(field), most);
    }

    private static String or(String typed, String now) {
        return typed == null ? now : typed;
    }
}

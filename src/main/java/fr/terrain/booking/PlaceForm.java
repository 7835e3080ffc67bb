package fr.terrain.booking;

import fr.terrain.availability.Series;
import fr.terrain.fee.UseClass;
import fr.terrain.http.Faults;
import fr.terrain.http.ProblemException;
import fr.terrain.site.Space;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;

/** Place and dates as they were typed: spaces or the whole site, first and last day, hours and weekdays of a series, area, class of use. */
public class PlaceForm {
    @RestForm
    public String version;

    @RestForm
    public List<String> spaces;

    @RestForm
    public String wholeSite;

    @RestForm
    public String firstDay;

    @RestForm
    public String lastDay;

    @RestForm
    public String startTime;

    @RestForm
    public String endTime;

    @RestForm
    public List<String> weekdays;

    /** Days of the series that are given up. */
    @RestForm
    public List<String> except;

    @RestForm
    public String areaM2;

    @RestForm
    public String useClass;

    /** Where the button leads: stay and see the price, or go on. */
    @RestForm
    public String then;

    /** What is saved; days looked for in the catalogue where nothing is. */
    static PlaceForm of(Booking booking, List<Space> offered, String du, String au) {
        PlaceForm form = new PlaceForm();
        form.version = Integer.toString(booking.version());
        form.firstDay = du;
        form.lastDay = au;
        if (booking.isPlaced()) form.show(Asked.of(booking));
        form.wholeSite = booking.wholeSite ? "true" : null;
        form.spaces = booking.wholeSite
                ? List.of()
                : booking.spaces().stream()
                        .map(space -> Long.toString(space.spaceId()))
                        .toList();
        if (!booking.isPlaced() && offered.size() == 1) form.spaces = List.of(Long.toString(offered.getFirst().id));
        form.useClass = booking.useClass.name();
        form.areaM2 = booking.areaM2 == null || isWhole(booking, offered)
                ? null
                : booking.areaM2.stripTrailingZeros().toPlainString().replace('.', ',');
        return form;
    }

    private void show(Asked asked) {
        firstDay = asked.firstDay().toString();
        lastDay = asked.lastDay().toString();
        Series series = asked.series();
        if (series == null) return;
        startTime = series.starts().toString();
        endTime = series.ends().toString();
        weekdays = series.weekdays().stream().map(DayOfWeek::name).toList();
        except = series.givenUp().stream().map(LocalDate::toString).toList();
    }

    /** A series that is wrong is told field by field; days given up of a series that is no more do not count. */
    Series series(Faults faults) {
        LocalTime starts = faults.time("startTime", startTime, "Donnez une heure de début, par exemple 22:00.");
        LocalTime ends = faults.time("endTime", endTime, "Donnez une heure de fin, par exemple 04:30.");
        Set<DayOfWeek> days = Set.copyOf(faults.choices("weekdays", weekdays, DayOfWeek.class));
        Set<LocalDate> givenUp = new HashSet<>(faults.days("except", except, Series.MOST));
        if (List.of("startTime", "endTime", "weekdays", "except").stream().anyMatch(field -> faults.of(field) != null))
            return null;
        try {
            return Series.of(starts, ends, days, starts == null && ends == null ? Set.of() : givenUp);
        } catch (ProblemException no) {
            faults.add((String) no.problem().more().get("field"), no.problem().detail());
            return null;
        }
    }

    Ask read(Booking booking, Faults faults) {
        boolean whole = "true".equals(wholeSite);
        List<Long> chosen = faults.ids("spaces", spaces);
        if (!whole && chosen.isEmpty()) faults.add("spaces", "Choisissez au moins un espace, ou le terrain entier.");
        UseClass use = faults.choice("useClass", useClass, UseClass.class);
        Ask ask = new Ask(
                whole,
                chosen,
                faults.day("firstDay", firstDay, "Donnez le premier jour de l’essai."),
                faults.day("lastDay", lastDay, "Donnez le dernier jour de l’essai."),
                series(faults),
                faults.decimal("areaM2", areaM2, "Donnez la surface en mètres carrés, en chiffres."),
                use,
                booking.needs);
        if (use == null) faults.add("useClass", "Choisissez l’usage : il fixe le prix.");
        return ask;
    }

    public boolean on(DayOfWeek day) {
        return weekdays != null && weekdays.contains(day.name());
    }

    /** Whether this day of the series is given up; templates pass it as it is written in the form. */
    public boolean gives(String day) {
        return except != null && except.contains(day);
    }

    public boolean whole() {
        return "true".equals(wholeSite);
    }

    public boolean takes(Long space) {
        return spaces != null && spaces.contains(Long.toString(space));
    }

    boolean goesOn() {
        return "suite".equals(then);
    }

    private static boolean isWhole(Booking booking, List<Space> offered) {
        BigDecimal all = BigDecimal.ZERO;
        for (Space space : offered) {
            boolean taken =
                    booking.spaces().stream().anyMatch(one -> one.spaceId().equals(space.id));
            if (taken && space.areaM2 == null) return false;
            if (taken) all = all.add(space.areaM2);
        }
        return all.compareTo(booking.areaM2) == 0;
    }
}

package fr.terrain.portal;

import fr.terrain.http.French;
import fr.terrain.http.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The days a visitor has in mind, the first and the last both included, in local time of Europe/Paris. */
public record Stay(LocalDate first, LocalDate last) {
    /** The longest stay that a search answers, in days. */
    public static final int LONGEST = 366;

    /** The longest window in which a shorter stay is looked for, in days. */
    public static final int WIDEST = 540;

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    /**
     * Reads {@code 2027-05-03/2027-05-24}.
     *
     * @throws fr.terrain.http.ProblemException 400 naming the field
     */
    static Stay parse(String field, String text) {
        LocalDate[] ends = ends(field, text);
        return of(ends[0], ends[1], field);
    }

    private static LocalDate[] ends(String field, String text) {
        String[] ends = text.split("/", -1);
        if (ends.length != 2)
            throw Problem.badInput(field, "Donnez deux dates séparées par une barre, comme 2027-05-03/2027-05-24.");
        return new LocalDate[] {day(field, ends[0]), day(field, ends[1])};
    }

    static Stay of(LocalDate first, LocalDate last, String field) {
        return of(first, last, field, LONGEST);
    }

    /** Days among which a shorter stay is looked for. */
    static Stay window(LocalDate first, LocalDate last, String field) {
        return of(first, last, field, WIDEST);
    }

    /** The same, as {@link #parse} reads a stay. */
    static Stay window(String field, String text) {
        LocalDate[] ends = ends(field, text);
        return window(ends[0], ends[1], field);
    }

    /** The widest window from this day on. */
    static Stay ahead(LocalDate today) {
        return new Stay(today, today.plusDays(WIDEST - 1L));
    }

    private static Stay of(LocalDate first, LocalDate last, String field, int longest) {
        if (last.isBefore(first))
            throw Problem.badInput(field, "Choisissez un dernier jour qui suit le premier, ou le même jour.");
        if (ChronoUnit.DAYS.between(first, last) >= longest)
            throw Problem.badInput(field, "Cherchez une période de " + longest + " jours au plus.");
        return new Stay(first, last);
    }

    /** One ISO date of this age.
     * @throws fr.terrain.http.ProblemException 400 naming the field */
    static LocalDate day(String field, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) return day;
        } catch (DateTimeParseException e) {
            throw Problem.badInput(field, "Donnez une date sous la forme 2027-05-03.");
        }
        throw Problem.badInput(field, "Donnez une date entre " + FIRST_YEAR + " et " + LAST_YEAR + ".");
    }

    public int days() {
        return (int) ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** "du 3 au 24 mai 2027". */
    public String words() {
        return French.period(first, last);
    }

    /** The same, as it begins a sentence. */
    public String title() {
        return words().substring(0, 1).toUpperCase(Locale.FRENCH) + words().substring(1);
    }
}

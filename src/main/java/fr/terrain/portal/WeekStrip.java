package fr.terrain.portal;

import fr.terrain.http.French;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Thirteen weeks of a site, each in the most closed state of its days that are left, with the stay that is looked for framed to the day. */
public record WeekStrip(LocalDate monday, List<Shade> weeks, Stay stay) {
    /** How many weeks are shown: a quarter of a year. */
    public static final int WEEKS = 13;

    private static final int WEEKS_BEFORE = 4;
    private static final int DAYS_OF_WEEK = 7;
    private static final int LAST_LABEL = WEEKS - 2;

    /** The name of a month above the week in which it begins, counted from one. */
    public record Label(int week, String month) {}

    static WeekStrip of(SiteDays days, LocalDate monday, Stay stay) {
        List<Shade> weeks = IntStream.range(0, WEEKS)
                .mapToObj(monday::plusWeeks)
                .map(start -> Shade.of(days.worstLeft(start, start.plusDays(DAYS_OF_WEEK - 1))))
                .toList();
        return new WeekStrip(monday, weeks, stay);
    }

    /** The Monday on which the strip begins: four weeks before the stay, never before this week. */
    static LocalDate start(LocalDate today, Stay stay) {
        LocalDate thisWeek = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (stay == null) return thisWeek;
        LocalDate before = stay.first()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(WEEKS_BEFORE);
        return before.isBefore(thisWeek) ? thisWeek : before;
    }

    static LocalDate end(LocalDate monday) {
        return monday.plusWeeks(WEEKS).minusDays(1);
    }

    /** Where the months begin. */
    static List<Label> axis(LocalDate monday) {
        List<Label> labels = new ArrayList<>();
        for (int week = 1; week <= LAST_LABEL; week++) {
            LocalDate start = monday.plusWeeks(week - 1L);
            if (week == 1 || start.getDayOfMonth() <= DAYS_OF_WEEK)
                labels.add(new Label(week, start.getMonth().getDisplayName(TextStyle.FULL, Locale.FRENCH)));
        }
        if (labels.size() > 1 && labels.get(1).week() <= WEEKS_BEFORE) labels.removeFirst();
        return labels;
    }

    public int days() {
        return WEEKS * DAYS_OF_WEEK;
    }

    public boolean framed() {
        return stay != null && frameDays() > 0;
    }

    public int frameFrom() {
        return (int) Math.max(0, ChronoUnit.DAYS.between(monday, stay.first()));
    }

    public int frameDays() {
        return (int) Math.min(days(), ChronoUnit.DAYS.between(monday, stay.last()) + 1) - frameFrom();
    }

    /** The strip in words, for who does not see it. */
    public String label() {
        StringBuilder words = new StringBuilder("Semaines " + French.period(monday, end(monday)) + " : ");
        int run = 0;
        for (int week = 0; week < WEEKS; week++) {
            run++;
            if (week + 1 < WEEKS && weeks.get(week + 1) == weeks.get(week)) continue;
            words.append(weeks.get(week).weeks(run)).append(week + 1 < WEEKS ? ", " : ".");
            run = 0;
        }
        return words.toString();
    }
}

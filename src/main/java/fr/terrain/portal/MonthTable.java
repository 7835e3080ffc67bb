package fr.terrain.portal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A month as a readable table, Monday first: every day says its state in a word, and whether it is of the stay looked for. */
public record MonthTable(String label, List<List<Cell>> weeks) {
    private static final int DAYS_OF_WEEK = 7;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    /** A day of the table, or a blank before the first and after the last. */
    public record Cell(int number, Shade shade, String selection) {
        private static final Cell BLANK = new Cell(0, null, null);

        public boolean blank() {
            return shade == null;
        }

        public boolean chosen() {
            return selection != null;
        }

        public String code() {
            return shade.code();
        }

        /** The word in the cell: where the stay begins and ends, else the state. */
        public String brief() {
            return switch (selection) {
                case "start" -> "début";
                case "end" -> "fin";
                case null, default -> shade.brief();
            };
        }

        public String word() {
            return shade.word() + (chosen() ? ", période choisie" : "");
        }
    }

    /** A column: the day's name, whole and abbreviated. */
    public record Weekday(String word, String brief) {}

    static MonthTable of(YearMonth month, SiteDays days, Stay stay) {
        List<Cell> cells = new ArrayList<>();
        for (int blank = 1; blank < month.atDay(1).getDayOfWeek().getValue(); blank++) cells.add(Cell.BLANK);
        for (LocalDate date = month.atDay(1); YearMonth.from(date).equals(month); date = date.plusDays(1))
            cells.add(new Cell(date.getDayOfMonth(), Shade.of(days.on(date).state()), selection(date, stay)));
        while (cells.size() % DAYS_OF_WEEK != 0) cells.add(Cell.BLANK);
        List<List<Cell>> weeks = new ArrayList<>();
        for (int start = 0; start < cells.size(); start += DAYS_OF_WEEK)
            weeks.add(List.copyOf(cells.subList(start, start + DAYS_OF_WEEK)));
        return new MonthTable(NAME.format(month), weeks);
    }

    /** Whether some of its days are past, which needs its key. */
    public boolean past() {
        return weeks.stream().flatMap(List::stream).anyMatch(day -> day.shade() == Shade.PAST);
    }

    public List<Weekday> weekdays() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(TextStyle.FULL, Locale.FRENCH))
                .map(word -> new Weekday(word, word.substring(0, 3)))
                .toList();
    }

    private static String selection(LocalDate date, Stay stay) {
        if (stay == null || date.isBefore(stay.first()) || date.isAfter(stay.last())) return null;
        if (date.equals(stay.first())) return "start";
        return date.equals(stay.last()) ? "end" : "in";
    }
}

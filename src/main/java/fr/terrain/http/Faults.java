package fr.terrain.http;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is wrong in what somebody typed into a form: each fault names its field and says what would be right. */
public final class Faults {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;
    private static final char UNREADABLE = '\ufffd';

    private final List<Fault> faults = new ArrayList<>();

    /** A field and the words that stand in the summary and under it. */
    public record Fault(String field, String words) {}

    /** Notes a fault; only the first of a field is kept. */
    public void add(String field, String words) {
        if (of(field) == null) faults.add(new Fault(field, words));
    }

    public boolean any() {
        return !faults.isEmpty();
    }

    public List<Fault> list() {
        return List.copyOf(faults);
    }

    /**
     * Lets pass what has no fault.
     *
     * @throws ProblemException 400 that names every field at fault
     */
    public void require() {
        if (faults.isEmpty()) return;
        Fault first = faults.getFirst();
        throw new ProblemException(Problem.badInput(first.field(), first.words())
                .problem()
                .with(
                        "fields",
                        faults.stream()
                                .map(fault -> Map.of("field", fault.field(), "detail", fault.words()))
                                .toList()));
    }

    /** The words about a field, or null. */
    public String of(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::words)
                .findFirst()
                .orElse(null);
    }

    /** The text without the blanks around it, never null. */
    public String text(String field, String typed, int most) {
        String text = Blank.strip(typed);
        if (text.length() > most)
            add(
                    field,
                    "Raccourcissez ce texte : %s caractères au plus.".formatted(French.quantity(new BigDecimal(most))));
        if (text.chars().anyMatch(Faults::isForeign)) add(field, "Retirez les caractères qui ne se lisent pas.");
        return text;
    }

    /** The text, and a fault in these words when it is shorter. */
    public String required(String field, String typed, int least, int most, String words) {
        String text = text(field, typed, most);
        if (Blank.length(text) < least) add(field, words);
        return text;
    }

    /** The day of a date field, or null with a fault in these words. */
    public LocalDate day(String field, String typed, String words) {
        try {
            LocalDate day = LocalDate.parse(typed == null ? "" : typed.strip());
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) return day;
        } catch (DateTimeParseException e) {
            add(field, words);
        }
        add(field, words);
        return null;
    }

    /** The day of a date field that may stay empty; null then, or with a fault. */
    public LocalDate dayIfAny(String field, String typed) {
        return Blank.is(typed) ? null : day(field, typed, "Écrivez une date, entre 2000 et 2200.");
    }

    /** The hour of a time field; null when nothing is typed, or with a fault in these words. */
    public LocalTime time(String field, String typed, String words) {
        String text = Blank.strip(typed);
        if (text.isEmpty()) return null;
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            add(field, words);
            return null;
        }
    }

    /** The days among these, as the page offers them. */
    public List<LocalDate> days(String field, List<String> typed, int most) {
        List<String> texts = typed == null ? List.of() : typed;
        List<LocalDate> days = new ArrayList<>();
        for (String text : texts.size() > most ? List.of("") : texts) {
            LocalDate day = day(field, text, "Choisissez une des réponses proposées.");
            if (day != null) days.add(day);
        }
        return days;
    }

    /** A whole number within these bounds; null when nothing is typed, or with a fault in these words. */
    public Integer whole(String field, String typed, int least, int most, String words) {
        String digits = digits(typed);
        if (digits.isEmpty()) return null;
        if (digits.matches("[0-9]{1,9}") && Integer.parseInt(digits) >= least && Integer.parseInt(digits) <= most)
            return Integer.valueOf(digits);
        add(field, words);
        return null;
    }

    /** A decimal number, with a comma or a point; null when nothing is typed, or with a fault in these words. */
    public BigDecimal decimal(String field, String typed, String words) {
        String digits = digits(typed).replace(',', '.');
        if (digits.isEmpty()) return null;
        if (digits.matches("[0-9]{1,9}(\\.[0-9]{1,2})?")) return new BigDecimal(digits);
        add(field, words);
        return null;
    }

    /** The constant of this name; null when nothing is chosen, or with a fault when there is no such choice. */
    public <E extends Enum<E>> E choice(String field, String typed, Class<E> choices) {
        if (Blank.is(typed)) return null;
        for (E choice : choices.getEnumConstants()) if (choice.name().equals(typed)) return choice;
        add(field, "Choisissez une des réponses proposées.");
        return null;
    }

    /** The constants of these names. */
    public <E extends Enum<E>> List<E> choices(String field, List<String> typed, Class<E> choices) {
        List<E> chosen = new ArrayList<>();
        for (String name : typed == null ? List.<String>of() : typed) {
            E one = choice(field, name, choices);
            if (one != null) chosen.add(one);
        }
        return chosen;
    }

    /** The identifier that was chosen, or null with a fault in these words. */
    public Long id(String field, String typed, String words) {
        if (typed != null && typed.matches("[0-9]{1,18}")) return Long.valueOf(typed);
        add(field, words);
        return null;
    }

    /** The identifiers among these; a fault when one is not a number. */
    public List<Long> ids(String field, List<String> typed) {
        List<String> numbers = typed == null ? List.of() : typed;
        if (numbers.size() <= 100 && numbers.stream().allMatch(number -> number.matches("[0-9]{1,18}")))
            return numbers.stream().map(Long::valueOf).toList();
        add(field, "Choisissez une des réponses proposées.");
        return List.of();
    }

    private static String digits(String typed) {
        return typed == null ? "" : typed.replaceAll("[\\s\\u00a0\\u202f]", "");
    }

    private static boolean isForeign(int character) {
        return character == UNREADABLE || Character.isISOControl(character) && "\n\r\t".indexOf(character) < 0;
    }
}

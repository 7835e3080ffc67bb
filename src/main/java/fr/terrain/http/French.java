package fr.terrain.http;

import fr.terrain.ParisClock;
import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How French readers see dates, hours and amounts, always in Europe/Paris. */
@TemplateExtension
public final class French {
    private static final DateTimeFormatter MONTH_YEAR = DateTimeFormatter.ofPattern("MMMM\u00a0yyyy", Locale.FRENCH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.FRENCH);
    private static final char NO_BREAK = '\u00a0';
    private static final char THIN = '\u202f';

    private French() {}

    /** 3 mai 2027; 1er mars 2027. */
    public static String date(LocalDate date) {
        return day(date) + NO_BREAK + MONTH_YEAR.format(date);
    }

    /** 3 mai; 1er mars: where the year is clear. */
    public static String dayAndMonth(LocalDate date) {
        return day(date) + NO_BREAK + MONTH.format(date);
    }

    /** The day, in Europe/Paris, of an instant. */
    public static String date(Instant instant) {
        return date(instant.atZone(ParisClock.PARIS).toLocalDate());
    }

    /** 3 mai 2027 à 14 h 32. */
    public static String dateTime(LocalDateTime local) {
        return date(local.toLocalDate()) + " à " + hour(local);
    }

    /** 3 mai 2027 à 14 h 32, in Europe/Paris. */
    public static String dateTime(Instant instant) {
        return dateTime(LocalDateTime.ofInstant(instant, ParisClock.PARIS));
    }

    /** 14 h 32; 8 h. */
    public static String hour(LocalDateTime local) {
        String minutes = local.getMinute() == 0 ? "" : NO_BREAK + "%02d".formatted(local.getMinute());
        return local.getHour() + "" + NO_BREAK + "h" + minutes;
    }

    /** du 3 au 24 mai 2027; du 25 mai au 4 juin 2027; le 3 mai 2027. Both days included. */
    public static String period(LocalDate first, LocalDate last) {
        if (first.equals(last)) return "le " + date(first);
        boolean sameYear = first.getYear() == last.getYear();
        boolean sameMonth = sameYear && first.getMonth() == last.getMonth();
        String start = sameMonth
                ? day(first)
                : day(first) + NO_BREAK + (sameYear ? MONTH.format(first) : MONTH_YEAR.format(first));
        return "du " + start + " au " + date(last);
    }

    /** 1 234,50 €. */
    public static String euros(BigDecimal amount) {
        return number(amount, "#,##0.00") + NO_BREAK + "€";
    }

    /** 12,5 with as many decimals as it has, at most two. */
    public static String quantity(BigDecimal number) {
        return number(number, "#,##0.##");
    }

    private static String number(BigDecimal number, String pattern) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.FRENCH);
        symbols.setGroupingSeparator(THIN);
        symbols.setDecimalSeparator(',');
        return new DecimalFormat(pattern, symbols).format(number);
    }

    private static String day(LocalDate date) {
        return date.getDayOfMonth() == 1 ? "1er" : Integer.toString(date.getDayOfMonth());
    }
}

package fr.terrain.booking;

import fr.terrain.availability.LocalSlot;
import fr.terrain.availability.Occurrence;
import fr.terrain.fee.Fee;
import fr.terrain.fee.TariffLine;
import fr.terrain.fee.UseClass;
import fr.terrain.http.French;
import fr.terrain.http.Words;
import io.quarkus.qute.TemplateExtension;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/** How the pages say states, slots, uses and techniques: what a state looks like, and what it means to each reader. */
@TemplateExtension
public final class StatusWords {
    private StatusWords() {}

    /** How the badge of the state is coloured; never without its word. */
    public static String tone(BookingStatus status) {
        return switch (status) {
            case SUBMITTED, IN_REVIEW -> "info";
            case APPROVED, SIGNED, RUNNING -> "ok";
            case CHANGES_REQUESTED, SIGNING, SUSPENDED, REPORT_DUE -> "warn";
            case REFUSED -> "danger";
            case DRAFT, CLOSED, TERMINATED, WITHDRAWN, EXPIRED -> "neutral";
        };
    }

    public static String tone(TrialReport.ReportState state) {
        return switch (state) {
            case WAITING -> "info";
            case REJECTED -> "warn";
            case ACCEPTED -> "ok";
            case REPLACED -> "neutral";
        };
    }

    public static String icon(TrialReport.ReportState state) {
        return switch (state) {
            case WAITING -> "clock";
            case REJECTED -> "warning";
            case ACCEPTED -> "check";
            case REPLACED -> "document";
        };
    }

    public static String icon(BookingStatus status) {
        return switch (status) {
            case SUBMITTED, IN_REVIEW -> "clock";
            case APPROVED, SIGNED, RUNNING, CLOSED -> "check";
            case SIGNING -> "signature";
            case DRAFT, REPORT_DUE -> "document";
            case CHANGES_REQUESTED, SUSPENDED -> "warning";
            case REFUSED, TERMINATED, WITHDRAWN, EXPIRED -> "refuse";
        };
    }

    /** The mark of a step that is still to come. */
    public static String nextIcon(BookingStatus status) {
        return switch (status) {
            case IN_REVIEW -> "user";
            case APPROVED -> "organisation";
            case RUNNING -> "pin";
            case SIGNED -> "document";
            default -> icon(status);
        };
    }

    /** "3 mai 2027, de 8 h à 18 h". */
    public static String words(LocalSlot slot) {
        return French.date(slot.starts().toLocalDate()) + ", de " + French.hour(slot.starts()) + " à "
                + French.hour(slot.ends());
    }

    /** How an amount of the grid comes about: "21 × 12,50 € par jour". */
    public static String arithmetic(Fee.Line line) {
        String minimum = line.quantity().multiply(line.unitPrice()).compareTo(line.amount()) < 0
                ? ", porté au minimum de la grille"
                : "";
        if (line.unit() == TariffLine.Unit.FLAT) return "forfait" + minimum;
        return French.quantity(line.quantity()) + " × " + French.euros(line.unitPrice()) + " par "
                + Words.label(line.unit()) + minimum;
    }

    /** What a use covers, for who chooses it. */
    public static String hint(UseClass use) {
        return Words.say("use." + use);
    }

    /** mardi 4 mai 2027, de 22 h à 4 h 30 : pris (Quai nord). */
    public static String words(Occurrence one) {
        StringBuilder words = new StringBuilder(weekday(one.slot().starts().getDayOfWeek()))
                .append(' ')
                .append(words(one.slot()))
                .append("\u00a0: ")
                .append(Words.label(one.state()).toLowerCase(Locale.FRENCH));
        if (one.cause() != null) words.append(", ").append(one.cause());
        if (one.space() != null) words.append(" (").append(one.space()).append(')');
        return words.toString();
    }

    /** mardi. */
    public static String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.FRENCH);
    }

    /** The day on which it begins, as the form sends it back. */
    public static String day(Occurrence one) {
        return one.slot().starts().toLocalDate().toString();
    }

    /** What a technique covers, for who chooses it. */
    public static String hint(Technique technique) {
        return Words.say("technique." + technique);
    }

    /** One sentence on what the state means to this reader, and what comes next. */
    public static String explain(BookingStatus status, Reader reader) {
        return Words.say("status.explain." + status + "." + reader.code());
    }

    /** What this reader has to do now. */
    public static String todo(BookingStatus status, Reader reader) {
        return Words.say("status.todo." + status + "." + reader.code());
    }
}

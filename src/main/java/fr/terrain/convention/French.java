package fr.terrain.convention;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Dates, hours, numbers and sums as French contracts write them; independent of the machine's locale. */
final class French {
    private static final String[] MONTHS = {
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre"
    };

    private French() {}

    /** "3 mai 2027", "1er juin 2027"; empty for null. */
    static String date(LocalDate date) {
        if (date == null) {
            return "";
        }
        String day = date.getDayOfMonth() == 1 ? "1er" : String.valueOf(date.getDayOfMonth());
        return day + " " + MONTHS[date.getMonthValue() - 1] + " " + date.getYear();
    }

    /** "3 mai 2027 à 9 h 30"; empty for null. */
    static String moment(LocalDateTime moment) {
        if (moment == null) {
            return "";
        }
        String minutes = moment.getMinute() == 0 ? "" : " %02d".formatted(moment.getMinute());
        return date(moment.toLocalDate()) + " à " + moment.getHour() + " h" + minutes;
    }

    /** As {@link #moment}, for an end: midnight is 24 h of the day before. */
    static String end(LocalDateTime moment) {
        return moment != null && moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? date(moment.toLocalDate().minusDays(1)) + " à 24 h"
                : moment(moment);
    }

    /** "1 500 000,00 €"; empty for null. */
    static String euros(BigDecimal amount) {
        return amount == null ? "" : grouped(amount.setScale(2, RoundingMode.HALF_UP)) + " €";
    }

    /** "12,5": as many decimals as it needs; empty for null. */
    static String number(BigDecimal number) {
        if (number == null) {
            return "";
        }
        BigDecimal bare = number.stripTrailingZeros();
        return grouped(bare.scale() < 0 ? bare.setScale(0) : bare);
    }

    /** "123 456 789 00012"; what is no SIRET stays as it is. */
    static String siret(String siret) {
        return siret != null && siret.matches("\\d{14}")
                ? siret.substring(0, 3) + " " + siret.substring(3, 6) + " " + siret.substring(6, 9) + " "
                        + siret.substring(9)
                : siret == null ? "" : siret;
    }

    private static String grouped(BigDecimal number) {
        String[] parts = number.abs().toPlainString().split("\\.");
        StringBuilder out = new StringBuilder(parts[0]);
        for (int i = out.length() - 3; i > 0; i -= 3) {
            out.insert(i, ' ');
        }
        return (number.signum() < 0 ? "-" : "") + out + (parts.length > 1 ? "," + parts[1] : "");
    }
}

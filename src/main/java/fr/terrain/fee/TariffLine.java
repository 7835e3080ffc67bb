package fr.terrain.fee;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One price of a voted grid: euros excluding tax, per unit, for a class of use, with the act that voted it. */
public record TariffLine(
        String label,
        Unit unit,
        UseClass useClass,
        BigDecimal amount,
        BigDecimal minimum,
        String grid,
        String deliberation,
        LocalDate deliberationDate) {
    /** What a price counts. */
    public enum Unit {
        FLAT,
        DAY,
        WEEK,
        MONTH,
        SQUARE_METRE_DAY,
        SQUARE_METRE_MONTH;

        public boolean needsArea() {
            return this == SQUARE_METRE_DAY || this == SQUARE_METRE_MONTH;
        }
    }
}

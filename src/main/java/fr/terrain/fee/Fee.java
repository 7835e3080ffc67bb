package fr.terrain.fee;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an occupation costs, with the arithmetic shown: one line for each price of the grid that applies.
 * Amounts are euros excluding tax, rounded half up to the cent (CG3P L.2125-3 asks for the advantages of every kind).
 */
public record Fee(List<Line> lines, BigDecimal total) {
    private static final int DAYS_OF_WEEK = 7;
    private static final BigDecimal LARGEST = new BigDecimal("9999999999.99");

    /** Quantity times unit price, never under the minimum of the grid. */
    @Schema(name = "FeeLine")
    public record Line(
            String label,
            TariffLine.Unit unit,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal minimum,
            BigDecimal amount,
            String grid,
            String deliberation,
            LocalDate deliberationDate) {}

    /**
     * Applies every line of the class.
     *
     * @param days the number of days used (local dates in Europe/Paris that a slot touches)
     * @param months the number of calendar months begun
     * @param areaSquareMetres the area occupied, in square metres; null when unknown
     * @throws FeeRefusal when no line of the grid is for this class, one needs an area that is unknown, or the total is beyond what is kept
     */
    public static Fee of(List<TariffLine> grid, UseClass useClass, int days, int months, BigDecimal areaSquareMetres) {
        List<Line> lines = new ArrayList<>();
        for (TariffLine price : grid) {
            if (price.useClass() == useClass) lines.add(line(price, days, months, areaSquareMetres));
        }
        if (lines.isEmpty()) throw FeeRefusal.noLine(useClass);
        BigDecimal total = lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.compareTo(LARGEST) > 0) throw FeeRefusal.tooLarge();
        return new Fee(List.copyOf(lines), total);
    }

    private static Line line(TariffLine price, int days, int months, BigDecimal area) {
        if (price.unit().needsArea() && area == null) throw FeeRefusal.noArea(price.label());
        BigDecimal quantity = switch (price.unit()) {
            case FLAT -> BigDecimal.ONE;
            case DAY -> BigDecimal.valueOf(days);
            case WEEK -> BigDecimal.valueOf(Math.ceilDiv(days, DAYS_OF_WEEK));
            case MONTH -> BigDecimal.valueOf(months);
            case SQUARE_METRE_DAY -> area.multiply(BigDecimal.valueOf(days));
            case SQUARE_METRE_MONTH -> area.multiply(BigDecimal.valueOf(months));
        };
        BigDecimal amount =
                quantity.multiply(price.amount()).max(price.minimum()).setScale(2, RoundingMode.HALF_UP);
        return new Line(
                price.label(),
                price.unit(),
                quantity,
                price.amount(),
                price.minimum(),
                amount,
                price.grid(),
                price.deliberation(),
                price.deliberationDate());
    }
}

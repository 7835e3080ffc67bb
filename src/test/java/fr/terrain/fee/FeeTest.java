package fr.terrain.fee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.terrain.fee.TariffLine.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeeTest {
    private static final int DAYS = 21;
    private static final int MONTHS = 2;

    @Test
    void addsEveryLineOfTheClassAndShowsTheArithmetic() {
        List<TariffLine> grid = List.of(
                line("Dossier", Unit.FLAT, UseClass.NO_REVENUE, "40", "0"),
                line("Quai", Unit.SQUARE_METRE_DAY, UseClass.NO_REVENUE, "0.035", "0"),
                line("Quai avec recette", Unit.SQUARE_METRE_DAY, UseClass.REVENUE, "0.35", "0"));
        Fee fee = Fee.of(grid, UseClass.NO_REVENUE, DAYS, MONTHS, new BigDecimal("123.5"));
        assertEquals(2, fee.lines().size());
        assertEquals(new BigDecimal("2593.5"), fee.lines().getLast().quantity());
        assertEquals(new BigDecimal("90.77"), fee.lines().getLast().amount());
        assertEquals(new BigDecimal("130.77"), fee.total());
    }

    @Test
    void countsBegunWeeksAndMonths() {
        assertEquals("30.00", total(Unit.WEEK, 21, 2));
        assertEquals("40.00", total(Unit.WEEK, 22, 2));
        assertEquals("20.00", total(Unit.MONTH, 22, 2));
        assertEquals("210.00", total(Unit.DAY, 21, 1));
    }

    @Test
    void neverGoesUnderTheMinimumOfTheGrid() {
        List<TariffLine> grid = List.of(line("Quai", Unit.DAY, UseClass.NO_REVENUE, "2", "60"));
        assertEquals(
                new BigDecimal("60.00"),
                Fee.of(grid, UseClass.NO_REVENUE, DAYS, 1, null).total());
    }

    @Test
    void refusesAClassThatTheGridDoesNotPrice() {
        List<TariffLine> grid = List.of(line("Quai", Unit.DAY, UseClass.NO_REVENUE, "2", "0"));
        FeeRefusal no = assertThrows(FeeRefusal.class, () -> Fee.of(grid, UseClass.REVENUE, DAYS, 1, null));
        assertEquals(FeeRefusal.Reason.NO_TARIFF_LINE, no.reason());
    }

    @Test
    void refusesToGuessAnArea() {
        List<TariffLine> grid = List.of(line("Quai", Unit.SQUARE_METRE_DAY, UseClass.NO_REVENUE, "2", "0"));
        FeeRefusal no = assertThrows(FeeRefusal.class, () -> Fee.of(grid, UseClass.NO_REVENUE, DAYS, 1, null));
        assertEquals(FeeRefusal.Reason.AREA_MISSING, no.reason());
    }

    private static String total(Unit unit, int days, int months) {
        List<TariffLine> grid = List.of(line("Place", unit, UseClass.NO_REVENUE, "10", "0"));
        return Fee.of(grid, UseClass.NO_REVENUE, days, months, null).total().toPlainString();
    }

    private static TariffLine line(String label, Unit unit, UseClass useClass, String amount, String minimum) {
        LocalDate voted = LocalDate.of(2026, 1, 15);
        return new TariffLine(
                label,
                unit,
                useClass,
                new BigDecimal(amount),
                new BigDecimal(minimum),
                "Grille",
                "TEST-2026-001",
                voted);
    }
}

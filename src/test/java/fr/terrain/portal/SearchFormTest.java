package fr.terrain.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.terrain.http.Pager;
import fr.terrain.http.ProblemException;
import fr.terrain.portal.SearchPage.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The search as an address: what it keeps, what it drops, and what it says of dates that cannot be used. */
class SearchFormTest {
    private static final SearchForm FORM = form(
            2,
            Map.of(
                    "q", List.of("qualité de l’eau"),
                    "famille", List.of("port", "nature"),
                    "theme", List.of("eau"),
                    "commune", List.of("13055"),
                    "du", List.of("2027-05-03"),
                    "au", List.of("2027-05-24")));

    private static SearchForm form(int page, Map<String, List<String>> given) {
        return new SearchForm(given, page);
    }

    @Test
    void keepsEveryConditionInItsAddress() {
        assertEquals(
                "/?q=qualit%C3%A9+de+l%E2%80%99eau&famille=port&famille=nature&theme=eau&commune=13055&du=2027-05-03&au=2027-05-24&page=2",
                FORM.href());
    }

    @Test
    void takingAConditionAwayGoesBackToTheFirstPage() {
        assertEquals(
                "/?q=qualit%C3%A9+de+l%E2%80%99eau&famille=nature&theme=eau&commune=13055&du=2027-05-03&au=2027-05-24",
                FORM.withoutChoice("famille", "port").href());
        assertEquals("/", form(3, Map.of("q", List.of("eau"))).without("q").href());
    }

    @Test
    void readsBothDatesOrSaysWhichOneIsMissing() {
        List<FieldError> errors = new ArrayList<>();
        assertEquals(new Stay(LocalDate.of(2027, 5, 3), LocalDate.of(2027, 5, 24)), FORM.stay(errors));
        assertEquals(List.of(), errors);
        assertNull(dates("2027-05-03", "").stay(errors));
        assertEquals(List.of(new FieldError("au", "Choisissez aussi le dernier jour.")), errors);
    }

    @Test
    void refusesAnInvertedPeriodAndAnImpossibleDay() {
        List<FieldError> errors = new ArrayList<>();
        dates("2027-05-24", "2027-05-03").stay(errors);
        dates("2027-02-30", "2027-03-03").stay(errors);
        assertEquals(
                List.of(
                        new FieldError("au", "Choisissez un dernier jour qui suit le premier, ou le même jour."),
                        new FieldError("du", "Donnez une date sous la forme 2027-05-03.")),
                errors);
    }

    @Test
    void aStayIsAYearAtMost() {
        assertEquals(366, Stay.parse("free", "2027-01-01/2028-01-01").days());
        assertThrows(ProblemException.class, () -> Stay.parse("free", "2027-01-01/2028-01-02"));
        assertThrows(ProblemException.class, () -> Stay.parse("free", "2027-01-01"));
        assertThrows(ProblemException.class, () -> Stay.parse("free", "1027-01-01/1027-01-02"));
    }

    @Test
    void thePagerLeavesGapsBetweenFarPages() {
        Pager pager = new Pager(5, 10, 95, number -> "/?page=" + number);
        assertEquals("41 à 50 sur 95", pager.range());
        assertEquals(
                List.of(1, 0, 4, 5, 6, 0, 10),
                pager.items().stream().map(Pager.Item::number).toList());
        assertEquals("/?page=4", pager.previous());
        assertNull(new Pager(1, 10, 10, number -> "").next());
    }

    private static SearchForm dates(String du, String au) {
        return form(1, Map.of("du", List.of(du), "au", List.of(au)));
    }
}

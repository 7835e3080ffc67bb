package fr.terrain.portal;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** The page of a site over HTTP, on the real database. */
@QuarkusTest
class SheetPagesTest {
    @Inject
    Fixtures fixtures;

    @Test
    void daysBeforeTodayAreSaidPastAndNotFree() {
        String slug = fixtures.place(new SpaceOf(1, 0, 0)).slug();
        LocalDate today = TestClock.today();
        YearMonth before = YearMonth.from(today).minusMonths(1);
        String page = sheet(slug, before);
        int past = (int) (today.toEpochDay() - before.atDay(1).toEpochDay());
        int shown = before.lengthOfMonth() + YearMonth.from(today).lengthOfMonth();
        assertEquals(past, count(page, "<span class=\"sr-only\">passé</span>"));
        assertEquals(shown - past, count(page, "<span class=\"sr-only\">libre</span>"));
        assertEquals(1, count(page, "<i data-s=\"past\"></i>Passé"));
        assertEquals(0, count(sheet(slug, YearMonth.from(today).plusMonths(1)), "Passé"));
    }

    private static String sheet(String slug, YearMonth month) {
        return given().get("/sites/" + slug + "?mois=" + month)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static int count(String page, String part) {
        return page.split(part, -1).length - 1;
    }
}

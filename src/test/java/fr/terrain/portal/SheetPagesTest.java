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

    @Test
    void aStayThatIsTooSoonToAskForIsNotSaidFree() {
        String slug = fixtures.place(new SpaceOf(1, 0, 0)).slug();
        fixtures.run(
                "update space set lead_time_days = 21 where site_id = (select id from site where slug = :slug)",
                "slug",
                slug);
        LocalDate first = TestClock.today().plusDays(20);
        String soon = stay(slug, first);
        assertEquals(1, count(soon, "Ce terrain se demande 21 jours à l’avance"), soon);
        assertEquals(0, count(soon, "data-tone=\"ok\""), soon);
        String later = stay(slug, first.plusDays(1));
        assertEquals(0, count(later, "Ce terrain se demande 21 jours à l’avance"), later);
        assertEquals(1, count(later, "data-tone=\"ok\""), later);
    }

    private static String stay(String slug, LocalDate first) {
        return given().get("/sites/" + slug + "?du=" + first + "&au=" + first.plusDays(6))
                .then()
                .statusCode(200)
                .extract()
                .asString();
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

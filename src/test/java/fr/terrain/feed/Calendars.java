package fr.terrain.feed;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import fr.terrain.Session;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calendars at their addresses, read back by another library than the one that writes them. */
final class Calendars {
    private static final Pattern URL =
            Pattern.compile("value=\"https://terrain\\.example\\.org(/calendriers/[^\"]+)\"");

    private Calendars() {}

    /** Gives a calendar a new address, and reads the address where it is shown. */
    static String address(String organisation, Session session) {
        String page = session.submit("/mes-calendriers", "/mes-calendriers/adresse", "organisation", organisation)
                .body();
        Matcher url = URL.matcher(page);
        assertTrue(url.find(), page);
        return url.group(1);
    }

    static String text(String address) {
        Response answer = given().get(address);
        assertEquals(200, answer.statusCode(), answer::asString);
        return new String(answer.asByteArray(), StandardCharsets.UTF_8);
    }

    static ICalendar read(String address) {
        return Biweekly.parse(text(address)).first();
    }

    static List<VEvent> of(ICalendar calendar, long booking) {
        return calendar.getEvents().stream()
                .filter(event -> event.getUid().getValue().matches("demande-" + booking + "-[0-9]+@terrain"))
                .toList();
    }

    static VEvent only(ICalendar calendar, long booking) {
        List<VEvent> events = of(calendar, booking);
        assertEquals(1, events.size());
        return events.getFirst();
    }

    static VEvent named(ICalendar calendar, String uid) {
        return calendar.getEvents().stream()
                .filter(event -> uid.equals(event.getUid().getValue()))
                .findFirst()
                .orElseThrow();
    }

    static String day(VEvent event) {
        biweekly.util.DateTimeComponents day = event.getDateStart().getValue().getRawComponents();
        return "%04d-%02d-%02d".formatted(day.getYear(), day.getMonth(), day.getDate());
    }

    static Instant instant(biweekly.property.DateOrDateTimeProperty time) {
        return Instant.ofEpochMilli(time.getValue().getTime());
    }
}

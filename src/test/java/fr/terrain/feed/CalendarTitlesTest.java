package fr.terrain.feed;

import static fr.terrain.feed.Calendars.address;
import static fr.terrain.feed.Calendars.only;
import static fr.terrain.feed.Calendars.read;
import static fr.terrain.feed.Calendars.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.component.VEvent;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Titles come back from a calendar as they were written, whatever is in them. */
@QuarkusTest
class CalendarTitlesTest extends WithCalendars {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Virgule, point-virgule ; deux-points : barre \\ et \"guillemets\"",
                "Deux\nlignes",
                "Injection\r\nBEGIN:VEVENT\r\nUID:faux\r\nEND:VEVENT",
                "Retour seul\rATTENDEE:mailto:x@example.org",
                "a😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀 fin",
                "éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé"
            })
    void titlesComeBackAsTheyWere(String title) {
        long booking = fixtures.inReview(place, occupant, place.spaces(), false, START, START.plusHours(8));
        fixtures.run(
                "update project set title = :title where id = (select project_id from booking where id = :id)",
                "title",
                title,
                "id",
                booking);
        String address = ofOrganisation();
        VEvent event = only(read(address), booking);
        assertEquals(
                title.replaceAll("\\R", "\n") + ", Terrain de test",
                event.getSummary().getValue());
        for (String line : text(address).split("\r\n")) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
            assertFalse(line.contains("\n") || line.contains("\r") || line.contains("\ufffd"), line);
        }
    }

    @Test
    void titlesOfEveryLengthComeBack() {
        long booking = fixtures.inReview(place, occupant, place.spaces(), false, START, START.plusHours(8));
        String address = ofOrganisation();
        for (int length : new int[] {3, 66, 67, 68, 69, 70, 71, 199, 200}) {
            String title = "€".repeat(length);
            fixtures.run(
                    "update project set title = :title where id = (select project_id from booking where id = :id)",
                    "title",
                    title,
                    "id",
                    booking);
            assertEquals(
                    title + ", Terrain de test",
                    only(read(address), booking).getSummary().getValue());
        }
    }
}

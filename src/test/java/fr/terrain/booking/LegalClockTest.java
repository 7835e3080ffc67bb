package fr.terrain.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.ParisClock;
import fr.terrain.booking.LegalClock.Pause;
import fr.terrain.organisation.Organisation;
import fr.terrain.site.Space;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The delays of the law, against a table of dates that were worked out by hand. */
class LegalClockTest {
    private static final Instant RECEIVED = instant("2027-01-10T09:00+01:00");
    private static final LocalDate GIVEN = LocalDate.parse("2027-02-15");

    private record Case(
            String clock,
            String grantor,
            String domains,
            Instant from,
            List<Pause> pauses,
            String lastDay,
            String end,
            String why) {
        String told() {
            return clock + " " + from + " " + lastDay + " " + end + " (" + why + ")";
        }

        String worked() {
            Instant due = due();
            return clock + " " + from + " " + (due == null ? "none none" : LegalClock.lastDay(due) + " " + due) + " ("
                    + why + ")";
        }

        private Instant due() {
            return switch (clock) {
                case "SILENCE" ->
                    LegalClock.silenceRefuses(Organisation.Kind.valueOf(grantor), parsed())
                            ? LegalClock.silentRefusal(from, pauses)
                            : null;
                case "RECEIPT" -> LegalClock.receiptDue(from);
                case "REASONS" -> LegalClock.reasonsDue(from);
                case "APPEAL" ->
                    LegalClock.appealDue(from.atZone(ParisClock.PARIS).toLocalDate());
                default -> throw new IllegalArgumentException(clock);
            };
        }

        private List<Space.Domain> parsed() {
            return Arrays.stream(domains.split(" ")).map(Space.Domain::valueOf).toList();
        }
    }

    @Test
    void theClockSaysWhatTheTableSays() throws IOException {
        List<Case> table = table();
        assertTrue(table.size() >= 50, "only " + table.size() + " cases");
        assertEquals(lines(table.stream().map(Case::told)), lines(table.stream().map(Case::worked)));
    }

    @Test
    void aPauseThatEndsBeforeItBeginsIsNone() {
        assertThrows(IllegalArgumentException.class, () -> new Pause(instant("2027-02-16T00:00+01:00"), GIVEN, null));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Pause(instant("2027-02-01T10:00+01:00"), GIVEN, instant("2027-02-01T09:59+01:00")));
        assertEquals(GIVEN, new Pause(instant("2027-02-15T23:59+01:00"), GIVEN, null).last());
    }

    @Test
    void theOrderInWhichPausesAreToldDoesNotMatter() {
        Pause first = new Pause(instant("2027-02-01T09:00+01:00"), GIVEN, null);
        Pause second = new Pause(instant("2027-03-20T09:00+01:00"), LocalDate.parse("2027-03-31"), null);
        assertEquals(
                LegalClock.silentRefusal(RECEIVED, List.of(first, second)),
                LegalClock.silentRefusal(RECEIVED, List.of(second, first)));
    }

    private static String lines(Stream<String> lines) {
        return String.join("\n", lines.toList());
    }

    private static List<Case> table() throws IOException {
        try (InputStream in = LegalClockTest.class.getResourceAsStream("/booking/legal-clock.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line ->
                            Arrays.stream(line.split(";", 8)).map(String::strip).toList())
                    .map(cells -> new Case(
                            cells.get(0),
                            cells.get(1),
                            cells.get(2),
                            instant(cells.get(3)),
                            pauses(cells.get(4)),
                            cells.get(5),
                            cells.get(6),
                            cells.get(7)))
                    .toList();
        }
    }

    private static List<Pause> pauses(String cell) {
        List<Pause> pauses = new ArrayList<>();
        for (String one : cell.isBlank() ? new String[0] : cell.split(",")) {
            String[] parts = one.split(">", -1);
            pauses.add(new Pause(
                    instant(parts[0].strip()),
                    LocalDate.parse(parts[1].strip()),
                    parts[2].isBlank() ? null : instant(parts[2].strip())));
        }
        return pauses;
    }

    private static Instant instant(String written) {
        return OffsetDateTime.parse(written).toInstant();
    }
}

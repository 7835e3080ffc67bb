package fr.terrain.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The machine against a table written by hand: verb, state, and where it leads; every other pair leads nowhere. */
class BookingStatusTest {
    @Test
    void everyVerbLeadsWhereTheTableSays() throws IOException {
        Map<String, String> machine = new TreeMap<>();
        for (Verb verb : Verb.values())
            for (BookingStatus from : BookingStatus.values())
                if (from.after(verb) != null)
                    machine.put(verb + " ; " + from, from.after(verb).name());
        assertEquals(lines(table()), lines(machine));
    }

    private static String lines(Map<String, String> arrows) {
        return arrows.entrySet().stream()
                .map(arrow -> arrow.getKey() + " ; " + arrow.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> table() throws IOException {
        try (InputStream in = BookingStatusTest.class.getResourceAsStream("/booking/transitions.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ; "))
                    .collect(Collectors.toMap(
                            cells -> cells[0] + " ; " + cells[1],
                            cells -> cells[2],
                            (one, other) -> one,
                            TreeMap::new));
        }
    }
}

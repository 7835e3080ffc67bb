package fr.terrain.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The machine against a table written by hand: state, verb, and where it leads. */
class BookingStatusTest {
    @Test
    void everyVerbLeadsWhereTheTableSays() throws IOException {
        List<String> lines = table();
        List<String> verbs = List.of(lines.getFirst().split(",", -1));
        assertEquals(BookingStatus.values().length, lines.size() - 1);
        assertEquals(Verb.values().length, verbs.size() - 1);
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(",", -1));
            BookingStatus from = BookingStatus.valueOf(cells.getFirst());
            for (int i = 1; i < verbs.size(); i++) {
                BookingStatus to = from.after(Verb.valueOf(verbs.get(i)));
                assertEquals(cells.get(i), to == null ? "" : to.name(), from + " " + verbs.get(i));
            }
        }
    }

    private static List<String> table() throws IOException {
        try (InputStream in = BookingStatusTest.class.getResourceAsStream("/booking/transitions.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}

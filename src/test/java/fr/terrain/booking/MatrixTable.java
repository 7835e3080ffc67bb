package fr.terrain.booking;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** matrix.csv as it is read: what is expected of every reader, verb and state, by the rules that stand at its head. */
record MatrixTable(
        Map<String, List<String>> sees,
        Map<String, Set<String>> may,
        Map<String, Map<String, String>> arrows,
        Map<String, Set<String>> addresses) {

    static MatrixTable read() {
        MatrixTable table = new MatrixTable(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        try (InputStream in = MatrixTable.class.getResourceAsStream("/booking/matrix.csv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ;", -1))
                    .forEach(table::add);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return table;
    }

    private void add(String[] cells) {
        if (cells[0].equals("see")) {
            sees.put(cells[1].strip(), List.of(cells[2].strip(), cells[3].strip()));
            return;
        }
        String verb = cells[1].strip();
        if (cells[0].equals("only")) {
            addresses.put(verb, Set.of(cells[2].strip().split(" ")));
            return;
        }
        may.put(verb, new HashSet<>(List.of(cells[2].strip().split(" "))));
        Map<String, String> to = new HashMap<>();
        for (String arrow : cells[3].strip().split(" "))
            if (!arrow.isEmpty()) to.put(arrow.split(">")[0], arrow.split(">")[1]);
        arrows.put(verb, to);
    }

    /** What comes of it: "404", "403", "409", or the state it leads to. */
    String expected(String who, String verb, String state) {
        if (addresses.containsKey(verb) && !addresses.get(verb).contains(state)) return "404";
        boolean sent = !state.equals("DRAFT");
        if (!sees.get(who).get(sent ? 1 : 0).equals("yes")) return "404";
        if (!may.get(verb).contains(who)) return "403";
        return arrows.get(verb).getOrDefault(state, "409");
    }

    /** Whether it is done there. */
    boolean isDone(String who, String verb, String state) {
        return !List.of("404", "403", "409").contains(expected(who, verb, state));
    }

    /** Whether only dates do it. */
    boolean isOfClockAlone(String verb) {
        return may.get(verb).equals(Set.of("clock"));
    }

    static List<String> states() {
        return Arrays.stream(BookingStatus.values()).map(Enum::name).toList();
    }
}

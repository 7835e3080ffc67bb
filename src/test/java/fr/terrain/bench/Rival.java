package fr.terrain.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** What one rival asks for on a place: spaces by their position, all of them for itself or some, from one local instant of Europe/Paris to another. */
record Rival(List<Integer> spaces, boolean wholeSite, LocalDateTime starts, LocalDateTime ends) {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int AHEAD_DAYS = 150;

    static Rival random(Random random, int spaces) {
        boolean whole = random.nextInt(5) == 0;
        List<Integer> chosen = new ArrayList<>();
        for (int space = 0; space < spaces; space++) if (whole || random.nextBoolean()) chosen.add(space);
        if (chosen.isEmpty()) chosen.add(random.nextInt(spaces));
        LocalDateTime starts =
                LocalDate.now().plusDays(AHEAD_DAYS + random.nextInt(12)).atTime(random.nextInt(24), 0);
        return new Rival(chosen, whole, starts, starts.plusHours(6 + random.nextInt(200)));
    }

    /** Winners too many: those that begin when a space of theirs has, with them, more winners than it has room for. */
    static long countDoubled(List<Rival> winners, int... capacities) {
        return winners.stream()
                .filter(winner ->
                        winner.spaces.stream().anyMatch(space -> winner.crowded(winners, space, capacities[space])))
                .count();
    }

    private boolean crowded(List<Rival> winners, int space, int capacity) {
        List<Rival> there = winners.stream()
                .filter(other ->
                        other.spaces.contains(space) && !starts.isBefore(other.starts) && starts.isBefore(other.ends))
                .toList();
        return there.size() > capacity || there.size() > 1 && there.stream().anyMatch(Rival::wholeSite);
    }

    /** The parameters of the statements that take the time, but for {@code booking}. */
    Map<String, Object> claim(List<Long> ids) {
        String during = "\"{[" + instant(starts) + "," + instant(ends) + ")}\"";
        return Map.of(
                "spaces",
                        array(spaces.stream()
                                .map(space -> ids.get(space).toString())
                                .toList()),
                "exclusives", array(Collections.nCopies(spaces.size(), Boolean.toString(wholeSite))),
                "durings", array(Collections.nCopies(spaces.size(), during)),
                "now", Instant.now());
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(PARIS).toInstant();
    }

    private static String array(List<String> values) {
        return values.stream().collect(Collectors.joining(",", "{", "}"));
    }
}

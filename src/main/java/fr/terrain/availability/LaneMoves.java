package fr.terrain.availability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Which rows of a space change lane so that all fit below a lower capacity; pure. */
record LaneMoves(List<Placed> rows, List<Integer> lanes) {

    /** A row that takes one lane. */
    record Placed(long id, int lane, Period during) {}

    /**
     * Rows stay where they are when none is above the capacity; else each, in the order of their starts, stays or finds a lane free.
     *
     * @param rows in the order of their starts, never more than the capacity at once
     */
    static LaneMoves into(int capacity, List<Placed> rows) {
        LaneMoves moves = new LaneMoves(new ArrayList<>(), new ArrayList<>());
        if (rows.stream().allMatch(row -> row.lane() <= capacity)) return moves;
        Instant[] free = new Instant[capacity + 1];
        Arrays.fill(free, Instant.MIN);
        for (Placed row : rows) {
            int lane = lane(free, row);
            free[lane] = row.during().to();
            if (lane != row.lane()) moves.add(row, lane);
        }
        return moves;
    }

    private static int lane(Instant[] free, Placed row) {
        Instant from = row.during().from();
        if (row.lane() < free.length && !free[row.lane()].isAfter(from)) return row.lane();
        for (int lane = 1; lane < free.length; lane++) if (!free[lane].isAfter(from)) return lane;
        throw new IllegalStateException("more rows at once than lanes");
    }

    private void add(Placed row, int lane) {
        rows.add(row);
        lanes.add(lane);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    String ids() {
        return rows.stream().map(row -> Long.toString(row.id())).collect(Collectors.joining(",", "{", "}"));
    }

    String toLanes() {
        return lanes.stream().map(lane -> Integer.toString(lane)).collect(Collectors.joining(",", "{", "}"));
    }
}

package fr.terrain.availability;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What occupation should come to, told with nothing but minutes that are counted: every real minute of a stretch of weeks with the
 * local time that a clock in Paris shows in it, and who is there. It shares no code with the house.
 */
final class MinuteGrid {
    private static final int NEVER = Integer.MAX_VALUE;

    /** What somebody wants of a space: local stretches, without buffers. */
    record Wish(long space, boolean exclusive, List<LocalDateTime[]> stretches) {}

    /** Who is there: on one lane, on all of them, or on all that are not one's own. */
    static final class Keep {
        final long booking;
        final BitSet one = new BitSet();
        final BitSet all = new BitSet();
        final BitSet rest = new BitSet();
        int until = NEVER;
        String reason = "";

        Keep(long booking) {
            this.booking = booking;
        }

        BitSet any() {
            BitSet any = (BitSet) one.clone();
            any.or(all);
            any.or(rest);
            return any;
        }

        boolean isHold() {
            return until != NEVER;
        }
    }

    /** A space, and who is there by a name of their own: {@code BOOKING 7}, {@code HOLD 7}, {@code CLOSURE 3}. */
    static final class Ground {
        int capacity;
        final int before;
        final int after;
        final Map<String, Keep> keeps = new TreeMap<>();

        Ground(int capacity, int before, int after) {
            this.capacity = capacity;
            this.before = before;
            this.after = after;
        }
    }

    final Instant zero;
    final int length;
    final Map<Long, Ground> grounds = new LinkedHashMap<>();
    int now;
    private final LocalDateTime[] shown;
    private final Map<LocalDateTime, Integer> lastShown = new HashMap<>();

    MinuteGrid(Instant zero, int days) {
        this.zero = zero;
        length = days * 24 * 60;
        shown = new LocalDateTime[length];
        for (int minute = 0; minute < length; minute++) {
            shown[minute] = zero.plusSeconds(60L * minute)
                    .atZone(ZoneId.of("Europe/Paris"))
                    .toLocalDateTime();
            lastShown.put(shown[minute], minute);
        }
    }

    Instant instant(int minute) {
        return zero.plusSeconds(60L * minute);
    }

    LocalDateTime shown(int minute) {
        return shown[minute];
    }

    /** The minute in which a clock shows this: the second of two; of a time that no clock shows, an hour later. */
    int minute(LocalDateTime local) {
        Integer minute = lastShown.get(local);
        return minute != null ? minute : lastShown.get(local.plusHours(1));
    }

    boolean take(long booking, Collection<Wish> wishes, boolean whole) {
        Map<Long, Keep> wanted = wanted(booking, wishes, whole);
        if (!wanted.entrySet().stream().allMatch(one -> fits(one.getKey(), one.getValue()))) return false;
        release(booking);
        wanted.forEach((space, keep) -> grounds.get(space).keeps.put("BOOKING " + booking, keep));
        return true;
    }

    boolean hold(long booking, Collection<Wish> wishes, boolean whole, int until, String reason) {
        if (until <= now) return false;
        Map<Long, Keep> wanted = wanted(booking, wishes, whole);
        wanted.forEach((space, keep) -> spare(grounds.get(space).keeps.get("BOOKING " + booking), keep));
        if (!wanted.entrySet().stream().allMatch(one -> fits(one.getKey(), one.getValue()))) return false;
        for (Ground ground : grounds.values()) ground.keeps.remove("HOLD " + booking);
        wanted.forEach((space, keep) -> {
            keep.until = until;
            keep.reason = reason;
            grounds.get(space).keeps.put("HOLD " + booking, keep);
        });
        return true;
    }

    boolean prolong(long booking, String reason, int until) {
        boolean prolonged = false;
        for (Ground ground : grounds.values()) {
            Keep hold = ground.keeps.get("HOLD " + booking);
            if (hold == null || hold.any().isEmpty() || !hold.reason.equals(reason)) continue;
            if (hold.until <= now || hold.until >= until) continue;
            hold.until = until;
            prolonged = true;
        }
        return prolonged;
    }

    void release(long booking) {
        for (Ground ground : grounds.values()) ground.keeps.values().removeIf(keep -> keep.booking == booking);
    }

    void releaseHolds(long booking, String reason) {
        for (Ground ground : grounds.values())
            ground.keeps.values().removeIf(keep -> keep.booking == booking && keep.reason.equals(reason));
    }

    void shorten(long booking, int end) {
        for (Ground ground : grounds.values()) {
            ground.keeps.remove("HOLD " + booking);
            Keep keep = ground.keeps.get("BOOKING " + booking);
            if (keep == null) continue;
            int last = ground.after == 0 ? end : minute(shown[end].plusDays(ground.after));
            keep.one.clear(last, length);
            keep.all.clear(last, length);
        }
    }

    boolean canClose(long space, LocalDateTime starts, LocalDateTime ends) {
        if (minute(starts) >= minute(ends)) return false;
        Keep closure = new Keep(-1);
        closure.all.set(minute(starts), minute(ends));
        return fits(space, closure);
    }

    void close(long space, long closure, LocalDateTime starts, LocalDateTime ends) {
        Keep keep = new Keep(-1);
        keep.all.set(minute(starts), minute(ends));
        grounds.get(space).keeps.put("CLOSURE " + closure, keep);
    }

    void reopen(long closure) {
        for (Ground ground : grounds.values()) ground.keeps.remove("CLOSURE " + closure);
    }

    boolean resize(long space, int capacity) {
        Ground ground = grounds.get(space);
        if (capacity < ground.capacity) {
            int[] depth = depth(ground, -1);
            for (int minute = now; minute < length; minute++) if (depth[minute] > capacity) return false;
        }
        ground.capacity = capacity;
        return true;
    }

    /** A space that was not there: who has or holds the whole site from now on is there for as long as anywhere else. */
    boolean add(long space, Ground added, Collection<Long> wholes) {
        Map<String, Keep> joined = new HashMap<>();
        for (long booking : wholes)
            for (String kind : List.of("BOOKING ", "HOLD ")) {
                Keep keep = new Keep(booking);
                for (Ground beside : grounds.values()) join(keep, beside.keeps.get(kind + booking));
                if (!keep.all.isEmpty()) joined.put(kind + booking, keep);
            }
        List<Keep> all = List.copyOf(joined.values());
        for (Keep a : all) for (Keep b : all) if (a.booking < b.booking && a.all.intersects(b.all)) return false;
        for (long booking : wholes)
            if (joined.containsKey("HOLD " + booking) && joined.containsKey("BOOKING " + booking))
                joined.get("HOLD " + booking).all.andNot(joined.get("BOOKING " + booking).all);
        added.keeps.putAll(joined);
        grounds.put(space, added);
        return true;
    }

    private void join(Keep joined, Keep beside) {
        if (beside == null || beside.until <= now) return;
        joined.until = beside.until;
        joined.reason = beside.reason;
        for (int from = beside.all.nextSetBit(0); from >= 0; ) {
            int to = beside.all.nextClearBit(from);
            if (to > now) joined.all.set(from, to);
            from = beside.all.nextSetBit(to);
        }
    }

    /** Whether somebody waits on this space for all the lanes around one that they have. */
    boolean isAmended(long space) {
        return grounds.get(space).keeps.values().stream().anyMatch(keep -> keep.until > now && !keep.rest.isEmpty());
    }

    private Map<Long, Keep> wanted(long booking, Collection<Wish> wishes, boolean whole) {
        Map<Long, Keep> wanted = new HashMap<>();
        BitSet anywhere = new BitSet();
        for (Wish wish : wishes) {
            Ground ground = grounds.get(wish.space());
            Keep keep = new Keep(booking);
            for (LocalDateTime[] stretch : wish.stretches())
                (wish.exclusive() ? keep.all : keep.one)
                        .set(minute(stretch[0].minusDays(ground.before)), minute(stretch[1].plusDays(ground.after)));
            anywhere.or(keep.any());
            wanted.put(wish.space(), keep);
        }
        for (long space : grounds.keySet()) {
            if (!whole || wanted.containsKey(space)) continue;
            Keep keep = new Keep(booking);
            keep.all.or(anywhere);
            wanted.put(space, keep);
        }
        return wanted;
    }

    /** Nobody is in their own way: what one has already needs not be held. */
    private static void spare(Keep own, Keep keep) {
        if (own == null) return;
        keep.rest.or(keep.all);
        keep.rest.and(own.one);
        keep.one.andNot(own.any());
        keep.all.andNot(own.any());
    }

    private boolean fits(long space, Keep wanted) {
        Ground ground = grounds.get(space);
        BitSet every = (BitSet) wanted.all.clone();
        every.or(wanted.rest);
        int[] depth = depth(ground, wanted.booking);
        for (Keep other : ground.keeps.values()) {
            if (other.until <= now || other.booking == wanted.booking && other.booking != -1) continue;
            if (every.intersects(other.any()) || wanted.one.intersects(other.all) || wanted.one.intersects(other.rest))
                return false;
        }
        return wanted.one.stream().noneMatch(minute -> depth[minute] >= ground.capacity);
    }

    /** How many are there on a lane of their own, minute by minute, besides one. */
    private int[] depth(Ground ground, long besides) {
        int[] depth = new int[length];
        for (Keep keep : ground.keeps.values())
            if (keep.until > now && keep.booking != besides) keep.one.stream().forEach(minute -> depth[minute]++);
        return depth;
    }
}

package fr.terrain.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import fr.terrain.availability.GridDice.Mood;
import fr.terrain.availability.MinuteGrid.Ground;
import fr.terrain.availability.MinuteGrid.Keep;
import fr.terrain.availability.MinuteGrid.Wish;
import fr.terrain.http.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.PersistenceException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** One seeded sequence of verbs on the spaces of a site, done by the judge and by the grid: both must agree after each. */
final class GridRun {
    private static final int STEPS = 24;
    private static final int DAY = 24 * 60;
    private static final int DAYS = 44;

    private final Judge judge;
    private final GridSite site;
    private final Random random;
    private final MinuteGrid grid;
    private final List<Long> closures = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final Map<String, Integer> tally;
    private final GridDice dice;

    /** @param tally how often each verb was accepted and refused, over many sequences */
    GridRun(Judge judge, GridSite site, long seed, Map<String, Integer> tally) {
        this.judge = judge;
        this.site = site;
        this.tally = tally;
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        Mood mood = Mood.values()[random.nextInt(Mood.values().length)];
        LocalDate firstDay =
                GridDice.TURNS.get(random.nextInt(GridDice.TURNS.size())).minusDays(14);
        grid = new MinuteGrid(firstDay.atStartOfDay(ZoneId.of("Europe/Paris")).toInstant(), DAYS);
        dice = new GridDice(random, mood, site, grid, firstDay);
        grid.now = 3 * DAY;
        told.add("seed " + seed + " from " + firstDay);
    }

    /** @throws AssertionError with all that was done when judge and grid differ */
    void run() {
        judge.isNow(grid.instant(grid.now));
        for (long space : site.empty()) {
            dice.ask(space);
            grid.grounds.put(space, dice.ground());
            site.shape(space, grid.grounds.get(space));
        }
        for (int step = 0; step < STEPS; step++) {
            step(random.nextInt(100));
            site.compare(grid, String.join("\n", told));
        }
    }

    /** Some sequences crowd a few days, and change capacities above them. */
    private void step(int thrown) {
        if (dice.mood == Mood.CROWD && thrown < 50) take();
        else if (dice.mood == Mood.CROWD && thrown < 62) release();
        else if (dice.mood == Mood.CROWD && thrown < 88) resize();
        else if (dice.mood == Mood.WHOLE && thrown >= 84) add();
        else if (thrown < 28) take();
        else if (thrown < 44) hold();
        else if (thrown < 51) lapse();
        else if (thrown < 57) prolong();
        else if (thrown < 64) release();
        else if (thrown < 67) releaseHolds();
        else if (thrown < 75) shorten();
        else if (thrown < 80) close();
        else if (thrown < 84) reopen();
        else if (thrown < 94) resize();
        else if (thrown < 98) add();
        else both("sweep", true, () -> judge.occupation.sweepLapsed());
    }

    private void take() {
        long booking = dice.booking();
        List<Wish> wishes = dice.wishes(booking);
        List<Claim> claims = claims(wishes);
        String name = "take " + booking + GridDice.words(wishes);
        boolean expected = grid.take(booking, wishes, site.isWhole(booking));
        agree(name, expected, booking, claims);
        both(name, expected, () -> {
            judge.occupation.take(booking, claims);
            return 0;
        });
    }

    private void hold() {
        long booking = dice.booking();
        List<Wish> wishes = dice.wishes(booking);
        int until = grid.now + (random.nextInt(5) - 1) * DAY / 2 + random.nextInt(2);
        String reason = dice.reason();
        List<Claim> claims = claims(wishes);
        String name = "hold " + booking + " " + reason + " until " + grid.shown(until) + GridDice.words(wishes);
        boolean late = until <= grid.now;
        boolean expected = grid.hold(booking, wishes, site.isWhole(booking), until, reason);
        if (!late) agree(name, expected, booking, claims);
        both(name, expected, () -> {
            judge.occupation.hold(booking, claims, grid.instant(until), HoldReason.valueOf(reason));
            return 0;
        });
    }

    /** What is read before a decision says the same as the decision. */
    private void agree(String name, boolean expected, long booking, List<Claim> claims) {
        boolean free = QuarkusTransaction.requiringNew()
                .call(() -> judge.occupation.listCollisions(booking, claims))
                .isEmpty();
        assertEquals(expected, free, () -> "collisions before " + name + "\n" + String.join("\n", told));
    }

    private void lapse() {
        grid.now = Math.min(grid.now + DAY / 4 + random.nextInt(2 * DAY), 20 * DAY);
        judge.isNow(grid.instant(grid.now));
        told.add("it is " + grid.shown(grid.now));
    }

    private void prolong() {
        List<Keep> holds = grid.grounds.values().stream()
                .flatMap(ground -> ground.keeps.values().stream())
                .filter(Keep::isHold)
                .toList();
        boolean known = !holds.isEmpty() && random.nextInt(4) > 0;
        Keep hold = known ? holds.get(random.nextInt(holds.size())) : null;
        long booking = known ? hold.booking : dice.booking();
        String reason = known ? hold.reason : dice.reason();
        int until = grid.now + random.nextInt(3 * DAY);
        both(
                "prolong " + booking + " " + reason + " until " + grid.shown(until),
                grid.prolong(booking, reason, until),
                () -> {
                    judge.occupation.prolong(booking, HoldReason.valueOf(reason), grid.instant(until));
                    return 0;
                });
    }

    private void release() {
        long booking = dice.booking();
        grid.release(booking);
        both("release " + booking, true, () -> {
            judge.occupation.release(booking);
            return 0;
        });
    }

    private void releaseHolds() {
        long booking = dice.booking();
        String reason = dice.reason();
        grid.releaseHolds(booking, reason);
        both("release hold " + booking + " " + reason, true, () -> {
            judge.occupation.releaseHolds(booking, HoldReason.valueOf(reason));
            return 0;
        });
    }

    /** Mostly in the first hours of a day, where a change of hour is. */
    private void shorten() {
        long booking = dice.booking();
        int day = 9 + random.nextInt(16);
        int end = Math.min(day * DAY + random.nextInt(random.nextBoolean() ? DAY : 300), 30 * DAY);
        grid.shorten(booking, end);
        both("shorten " + booking + " to " + grid.shown(end), true, () -> {
            judge.occupation.shorten(booking, grid.instant(end));
            return 0;
        });
    }

    private void close() {
        long space = dice.space();
        LocalDateTime starts = dice.local(9 + random.nextInt(18));
        LocalDateTime ends = starts.plusMinutes(30 + random.nextInt(3) * 600L);
        boolean expected = grid.canClose(space, starts, ends);
        String name = "close " + space + " " + starts + "/" + ends;
        long closure = both(
                name, expected, () -> judge.changes.close(new Closure(space, starts, ends, "Entretien inventé"), null));
        if (!expected) return;
        closures.add(closure);
        grid.close(space, closure, starts, ends);
    }

    private void reopen() {
        if (closures.isEmpty()) return;
        long closure = closures.remove(random.nextInt(closures.size()));
        grid.reopen(closure);
        both("reopen " + closure, true, () -> {
            judge.changes.reopen(closure, null);
            return 0;
        });
    }

    private void resize() {
        long space = dice.space();
        int present = grid.grounds.get(space).capacity;
        int capacity = random.nextInt(3) > 0 ? Math.max(1, present - 1) : 2 + random.nextInt(3);
        if (grid.isAmended(space) && capacity < present) return;
        both("resize " + space + " to " + capacity, grid.resize(space, capacity), () -> {
            judge.changes.resize(space, capacity);
            return 0;
        });
    }

    private void add() {
        if (grid.grounds.size() > 3) return;
        Ground ground = dice.ground();
        AtomicLong added = new AtomicLong(-1);
        both("add a space", null, () -> {
            long space = site.add(ground);
            assertEquals(
                    grid.add(space, ground, site.wholes()),
                    joins(space),
                    () -> "join " + space + "\n" + String.join("\n", told));
            if (!grid.grounds.containsKey(space)) throw AvailabilityRefusal.wholeSiteTaken(List.of());
            added.set(space);
            return space;
        });
    }

    private boolean joins(long space) {
        try {
            judge.changes.join(space);
            return true;
        } catch (AvailabilityRefusal no) {
            return false;
        }
    }

    /** The judge does what the grid has done or refused, and says so too. */
    private long both(String name, Boolean expected, LongSupplier verb) {
        told.add(name);
        Boolean accepted = null;
        long result = 0;
        try {
            result = QuarkusTransaction.requiringNew().call(verb::getAsLong);
            accepted = true;
        } catch (AvailabilityRefusal | ProblemException no) {
            accepted = false;
        } catch (PersistenceException no) {
            String state = Holdings.sqlState(no);
            if (state == null || state.startsWith("42")) throw no;
            if (state.equals("23P01")) accepted = false;
            else told.add(no.toString());
        } catch (IllegalStateException no) {
            told.add(no.toString());
        }
        assertNotNull(accepted, () -> "neither yes nor no\n" + String.join("\n", told));
        boolean yes = Boolean.TRUE.equals(accepted);
        told.add(yes ? "  yes" : "  no");
        tally.merge(name.split(" ")[0] + (yes ? " yes" : " no"), 1, Integer::sum);
        if (expected != null) assertEquals(expected, yes, () -> String.join("\n", told));
        return result;
    }

    private List<Claim> claims(List<Wish> wishes) {
        List<Claim> claims = new ArrayList<>();
        for (Wish wish : wishes) {
            Ground ground = grid.grounds.get(wish.space());
            claims.add(new Claim(
                    wish.space(),
                    wish.exclusive(),
                    wish.stretches().stream()
                            .map(stretch -> new LocalSlot(stretch[0], stretch[1]))
                            .map(slot -> judge.during(slot, ground.before, ground.after))
                            .toList()));
        }
        return claims;
    }
}

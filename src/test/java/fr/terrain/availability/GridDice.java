package fr.terrain.availability;

import fr.terrain.availability.MinuteGrid.Ground;
import fr.terrain.availability.MinuteGrid.Wish;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What chance asks for next in a seeded sequence: a booking, a space, days, hours, nights or weeks of them. */
final class GridDice {
    static final List<LocalDate> TURNS = List.of(
            LocalDate.of(2027, 3, 28),
            LocalDate.of(2027, 10, 31),
            LocalDate.of(2028, 2, 29),
            LocalDate.of(2027, 12, 31));
    private static final int DAY = 24 * 60;
    private static final List<String> REASONS = List.of("OPTION", "OFFER", "AMENDMENT");

    final Mood mood;
    private final Random random;
    private final GridSite site;
    private final MinuteGrid grid;
    private final LocalDate firstDay;
    private final List<Long> asked = new ArrayList<>();

    /** What a sequence has most of. */
    enum Mood {
        ANY,
        WHOLE,
        CROWD
    }

    GridDice(Random random, Mood mood, GridSite site, MinuteGrid grid, LocalDate firstDay) {
        this.random = random;
        this.mood = mood;
        this.site = site;
        this.grid = grid;
        this.firstDay = firstDay;
    }

    /** A space that the site had from the beginning. */
    void ask(long space) {
        asked.add(space);
    }

    Ground ground() {
        return new Ground(mood == Mood.CROWD ? 3 : 1 + random.nextInt(3), random.nextInt(3), random.nextInt(3));
    }

    long booking() {
        if (mood == Mood.WHOLE && random.nextInt(10) < 7)
            return site.wholes().get(random.nextInt(site.wholes().size()));
        return site.bookings().get(random.nextInt(site.bookings().size()));
    }

    long space() {
        List<Long> spaces = List.copyOf(grid.grounds.keySet());
        return spaces.get(random.nextInt(spaces.size()));
    }

    String reason() {
        return REASONS.get(random.nextInt(REASONS.size()));
    }

    LocalDateTime local(int day) {
        int minutes = random.nextInt(3) == 0 ? 60 + random.nextInt(180) : random.nextInt(DAY);
        return firstDay.plusDays(day).atStartOfDay().plusMinutes(minutes);
    }

    /** A request for the whole site was written when the site had the spaces it began with. */
    List<Wish> wishes(long booking) {
        boolean whole = site.isWhole(booking);
        boolean exclusive = whole || mood != Mood.CROWD && random.nextInt(8) == 0;
        List<LocalDateTime[]> stretches = stretches();
        List<Wish> wishes = new ArrayList<>();
        for (long space : whole ? asked : grid.grounds.keySet())
            if (whole || random.nextBoolean())
                wishes.add(new Wish(space, exclusive, whole && random.nextBoolean() ? stretches() : stretches));
        if (wishes.isEmpty()) wishes.add(new Wish(space(), exclusive, stretches));
        return wishes;
    }

    /** Days on end, hours of days, nights, or weekly; never begun in the past. */
    private List<LocalDateTime[]> stretches() {
        int soonest = Math.max(9, grid.now / DAY + 4);
        int day = soonest + random.nextInt(mood == Mood.CROWD ? 3 : 8);
        LocalDate first = firstDay.plusDays(day);
        List<LocalDateTime[]> stretches = new ArrayList<>();
        switch (random.nextInt(4)) {
            case 0 ->
                stretches.add(new LocalDateTime[] {
                    first.atStartOfDay(), first.plusDays(1L + random.nextInt(5)).atStartOfDay()
                });
            case 1 -> repeat(stretches, first, 1, 1 + random.nextInt(4), 8 * 60 + random.nextInt(120), 600);
            case 2 -> repeat(stretches, first, 1, 1 + random.nextInt(4), 22 * 60, 390);
            default -> repeat(stretches, first, 7, 2, random.nextInt(26) * 60 / 2, 30 + random.nextInt(300));
        }
        return stretches;
    }

    private static void repeat(
            List<LocalDateTime[]> to, LocalDate first, int everyDays, int times, int minute, int length) {
        for (int i = 0; i < times; i++) {
            LocalDateTime starts =
                    first.plusDays((long) i * everyDays).atStartOfDay().plusMinutes(minute);
            to.add(new LocalDateTime[] {starts, starts.plusMinutes(length)});
        }
    }

    static String words(List<Wish> wishes) {
        StringBuilder words = new StringBuilder();
        for (Wish wish : wishes) {
            words.append(' ').append(wish.space()).append(wish.exclusive() ? "!" : "");
            for (LocalDateTime[] stretch : wish.stretches())
                words.append(' ').append(stretch[0]).append('/').append(stretch[1]);
        }
        return words.toString();
    }
}

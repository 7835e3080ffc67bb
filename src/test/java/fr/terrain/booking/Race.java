package fr.terrain.booking;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.account.Account;
import fr.terrain.account.AccountRepository;
import fr.terrain.availability.AvailabilityRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many officers agree at once to requests that cannot all be had. */
@ApplicationScoped
class Race {
    static final int RIVALS = 32;
    private static final Approval AGREED = new Approval(
            EconomicNature.NO, AwardRoute.PUBLICITY, "Avis publié du 1er au 15 février.", null, null, null);
    private static final LocalDate DAY = LocalDate.of(2027, 5, 3);
    private static final String DEADLOCKS = "select deadlocks from pg_stat_database where datname = current_database()";

    @Inject
    Fixtures fixtures;

    @Inject
    BookingWorkflow workflow;

    @Inject
    AccountRepository accounts;

    /** What one rival asked for; spaces are positions on the place. */
    record Rival(long booking, List<Integer> spaces, boolean wholeSite, LocalDateTime starts, LocalDateTime ends) {
        boolean wants(int space, LocalDateTime at) {
            return spaces.contains(space) && !at.isBefore(starts) && at.isBefore(ends);
        }
    }

    /** How it went: who won, who was told something else than a collision, and the slowest answer in milliseconds. */
    record Round(List<Rival> winners, List<Throwable> surprises, long slowestLoserMillis) {

        /** Whether some space has, at some instant, more winners than it has room for. */
        boolean isDoubled(int... capacities) {
            for (Rival anchor : winners)
                for (int space = 0; space < capacities.length; space++)
                    if (crowded(space, capacities[space], anchor.starts())) return true;
            return false;
        }

        private boolean crowded(int space, int capacity, LocalDateTime at) {
            List<Rival> there =
                    winners.stream().filter(rival -> rival.wants(space, at)).toList();
            return there.size() > capacity || there.size() > 1 && there.stream().anyMatch(Rival::wholeSite);
        }
    }

    Round run(Random random) throws Exception {
        Place place = fixtures.place(new SpaceOf(1, 0, 0), new SpaceOf(1, 0, 0), new SpaceOf(2, 0, 0));
        long occupant = fixtures.occupant(User.PORTEUR);
        List<Rival> rivals = new ArrayList<>();
        for (int i = 0; i < RIVALS; i++) rivals.add(rival(place, occupant, random));
        Account officer = accounts.findBySubject(User.INSTRUCTEUR.subject).orElseThrow();
        CyclicBarrier start = new CyclicBarrier(RIVALS);
        List<Rival> winners = new ArrayList<>();
        List<Throwable> surprises = new ArrayList<>();
        long slowest = 0;
        try (ExecutorService officers = Executors.newFixedThreadPool(RIVALS)) {
            List<Future<Object>> answers = new ArrayList<>();
            for (Rival rival : rivals) answers.add(officers.submit(() -> approve(rival, officer, start)));
            for (int i = 0; i < RIVALS; i++) {
                Object answer = answers.get(i).get();
                if (answer instanceof Throwable surprise) surprises.add(surprise);
                else if (answer instanceof Long lost) slowest = Math.max(slowest, lost);
                else winners.add(rivals.get(i));
            }
        }
        return new Round(winners, surprises, slowest);
    }

    /** Deadlocks that PostgreSQL has counted in this database; waits until what backends know has been reported. */
    long deadlocks() throws InterruptedException {
        Thread.sleep(2000);
        return ((Number) fixtures.one(DEADLOCKS)).longValue();
    }

    private Rival rival(Place place, long occupant, Random random) {
        boolean whole = random.nextInt(5) == 0;
        List<Integer> spaces = new ArrayList<>();
        for (int space = 0; space < place.spaces().size(); space++)
            if (whole || random.nextBoolean()) spaces.add(space);
        if (spaces.isEmpty()) spaces.add(random.nextInt(place.spaces().size()));
        LocalDateTime starts = DAY.plusDays(random.nextInt(12)).atTime(random.nextInt(24), 0);
        LocalDateTime ends = starts.plusHours(6 + random.nextInt(200));
        List<Long> ids = spaces.stream().map(space -> place.spaces().get(space)).toList();
        return new Rival(fixtures.inReview(place, occupant, ids, whole, starts, ends), spaces, whole, starts, ends);
    }

    private Object approve(Rival rival, Account officer, CyclicBarrier start) throws Exception {
        start.await();
        long begun = System.nanoTime();
        try {
            return workflow.approve(rival.booking(), null, AGREED, officer);
        } catch (AvailabilityRefusal lost) {
            if (lost.reason() != AvailabilityRefusal.Reason.TAKEN
                    || lost.collisions().isEmpty()) return lost;
            return (System.nanoTime() - begun) / 1_000_000;
        } catch (RuntimeException surprise) {
            return surprise;
        }
    }
}

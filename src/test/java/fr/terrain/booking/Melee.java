package fr.terrain.booking;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.Refusal;
import fr.terrain.TestClock;
import fr.terrain.account.Account;
import fr.terrain.account.AccountRepository;
import fr.terrain.deadline.DeadlineJob;
import fr.terrain.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One place, some requests that collide, and three actors who do verbs at random on all of them at once. */
@ApplicationScoped
class Melee {
    private static final int REQUESTS = 4;
    private static final int SEQUENCES_A_PLACE = 10;
    private static final int DAYS_APART = 30;
    private static final int ACTORS = 3;
    private static final int VERBS = 3;
    private static final int HOURS_WITHIN_WHICH_OFFERS_LAPSE = 24 * 9;
    private static final Approval AGREED = new Approval(
            EconomicNature.NO, AwardRoute.PUBLICITY, "Avis publié du 1er au 15 février.", null, null, null);
    private static final Refused NO =
            new Refused("Article L. 2122-1 du CG3P : usage incompatible.", "Le quai est en travaux à ces dates.");

    @Inject
    Fixtures fixtures;

    @Inject
    AccountRepository accounts;

    @Inject
    BookingWorkflow workflow;

    @Inject
    WaitingList waitingList;

    @Inject
    Options options;

    @Inject
    DeadlineJob job;

    private Place place;
    private long occupant;

    /** How a sequence ended: verbs that came through, rows as the model and as the database has them, and what should not be. */
    record Ended(int done, String expected, String rows, String crowded, String surprises) {}

    /** One verb that an actor tries. */
    private interface Attempt {
        void run();
    }

    /** The sequence of this number; ten follow one another on a place, each in days of its own. */
    Ended run(int number, Random random) throws Exception {
        if (number % SEQUENCES_A_PLACE == 0) {
            if (place != null)
                fixtures.run("update site set state = 'ARCHIVED' where id = :site", "site", place.site());
            place = fixtures.place(new SpaceOf(1, 1, 1), new SpaceOf(2, 0, 0));
            occupant = fixtures.occupant(User.PORTEUR);
        }
        LocalDate base = TestClock.today().plusDays(100L + DAYS_APART * (number % SEQUENCES_A_PLACE));
        List<TrailModel.Request> requests = IntStream.range(0, REQUESTS)
                .mapToObj(i -> request(base, random))
                .toList();
        List<String> surprises = new ArrayList<>();
        int done = round(requests, base, random, surprises);
        if (random.nextInt(4) == 0) {
            TestClock.travel(Duration.ofHours(HOURS_WITHIN_WHICH_OFFERS_LAPSE));
            job.run();
            done += round(requests, base, random, surprises);
        }
        job.run();
        TrailModel model = new TrailModel(fixtures, place, new int[] {1, 2}, new int[] {1, 0});
        Ended ended = new Ended(
                done,
                model.expected(requests),
                model.rows(requests),
                model.crowded(requests),
                String.join("\n", surprises));
        TestClock.home();
        return ended;
    }

    private TrailModel.Request request(LocalDate base, Random random) {
        boolean whole = random.nextInt(6) == 0;
        List<Integer> spaces = whole || random.nextInt(4) == 0 ? List.of(0, 1) : List.of(random.nextInt(2));
        LocalDate first = base.plusDays(random.nextInt(8));
        LocalDate last = first.plusDays(random.nextInt(6));
        long booking = fixtures.inReview(
                place,
                occupant,
                spaces.stream().map(space -> place.spaces().get(space)).toList(),
                whole,
                first.atStartOfDay(),
                last.plusDays(1).atStartOfDay());
        return new TrailModel.Request(booking, spaces, whole, first, last);
    }

    private int round(List<TrailModel.Request> requests, LocalDate base, Random random, List<String> surprises)
            throws Exception {
        Account officer = accounts.findBySubject(User.INSTRUCTEUR.subject).orElseThrow();
        Account owner = accounts.findBySubject(User.PORTEUR.subject).orElseThrow();
        int done = 0;
        try (ExecutorService actors = Executors.newFixedThreadPool(ACTORS)) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int actor = 0; actor < ACTORS; actor++) {
                Random own = new Random(random.nextLong());
                all.add(actors.submit(() -> act(requests, base, officer, owner, own, surprises)));
            }
            for (Future<Integer> one : all) done += one.get();
        }
        return done;
    }

    private int act(
            List<TrailModel.Request> requests,
            LocalDate base,
            Account officer,
            Account owner,
            Random random,
            List<String> surprises) {
        int done = 0;
        for (int i = 0; i < VERBS; i++) {
            long booking = requests.get(random.nextInt(requests.size())).booking();
            try {
                attempt(booking, base, officer, owner, random).run();
                done++;
            } catch (Refusal | ProblemException expected) {
                // a rival was first, or the machine has no such arrow
            } catch (RuntimeException surprise) {
                synchronized (surprises) {
                    surprises.add(booking + " " + surprise);
                }
            }
        }
        return done;
    }

    private Attempt attempt(long booking, LocalDate base, Account officer, Account owner, Random random) {
        int days = random.nextInt(6);
        LocalDate first = base.plusDays(random.nextInt(14));
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> () -> workflow.approve(booking, null, AGREED, officer);
            case 3 -> () -> workflow.refuse(booking, null, NO, officer);
            case 4 -> () -> workflow.withdraw(booking, null, null, owner);
            case 5 -> () -> options.place(booking, null, TestClock.today().plusDays(1L + days), officer);
            case 6 -> () -> options.release(booking, null, officer);
            case 7 -> () -> waitingList.enlist(booking, null, officer);
            case 8, 9 ->
                () -> waitingList.offer(booking, null, new OfferedDays(first, first.plusDays(days), null), officer);
            case 10 -> () -> waitingList.accept(booking, null, owner);
            default -> () -> waitingList.decline(booking, null, null, owner);
        };
    }

    static String lines(List<String> lines) {
        return lines.stream().sorted().collect(Collectors.joining("\n"));
    }
}

package fr.terrain.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.terrain.Packaged;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The application is killed between the commit of what happened and the mail about it, over and over: nothing is lost, and
 * what comes twice was cut off between the answer of the mail server and its mark, and bears the same Message-ID.
 */
class KilledIT {
    private static final int KILLS = Boolean.getBoolean("terrain.deep") ? 20 : 5;
    private static final long SEED = 11;
    private static final int LONGEST_WAIT = 1500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REFUSED = """
            {"law": "Article L. 2122-1 du CG3P : l’usage doit rester compatible.", "fact": "Le quai est en travaux à ces dates."}
            """;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Random random = new Random(SEED);
    private final Catcher server = Catcher.on(0);
    private final String[] settings = {
        "terrain.mail.host=127.0.0.1", "terrain.mail.port=" + server.port(), "terrain.mail.security=NONE"
    };

    /** Where the kill falls: before the outbox was looked at, wherever it happens, or after the 250 and before the mark. */
    private enum Moment {
        AFTER_COMMIT,
        ANY,
        AFTER_250
    }

    /** What the kills met. */
    private static final class Tally {
        private int kills;
        private int unfiled;
        private int unmarked;
    }

    @Test
    void nothingIsLostAndWhatComesTwiceIsKnownForOne() throws Exception {
        Packaged.fresh("killed", settings).close();
        Tally tally = new Tally();
        try (server;
                KilledGround ground = KilledGround.open()) {
            for (Moment moment : moments()) kill(moment, ground, tally);
            survive(ground, tally);
            report(ground, tally);
        }
    }

    /** Each kind of moment by turns, shuffled. */
    private List<Moment> moments() {
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) moments.add(Moment.values()[i % Moment.values().length]);
        Collections.shuffle(moments, random);
        return moments;
    }

    private void kill(Moment moment, KilledGround ground, Tally tally) throws Exception {
        try (Packaged application = Packaged.start("killed", settings)) {
            if (moment == Moment.AFTER_250) killAfter250(application, ground);
            else {
                happen(application, ground, 1 + random.nextInt(4));
                if (moment == Moment.ANY) Thread.sleep(random.nextInt(LONGEST_WAIT));
                application.kill();
            }
        }
        tally.kills++;
        if (ground.pending() > 0) tally.unfiled++;
        tally.unmarked += unmarked(ground);
    }

    /** Holds back the mark of the first message that is taken, and kills the application once it was told 250. */
    private void killAfter250(Packaged application, KilledGround ground) throws Exception {
        AtomicReference<Connection> held = new AtomicReference<>();
        CountDownLatch told = new CountDownLatch(1);
        server.answerMessage(message -> {
            if (held.get() == null) held.set(hold());
            return "250 taken";
        });
        server.afterwards(message -> told.countDown());
        happen(application, ground, 1 + random.nextInt(3));
        assertTrue(told.await(PATIENCE.toSeconds(), TimeUnit.SECONDS), "nothing was sent");
        application.kill();
        server.answerMessage(message -> "250 taken");
        server.afterwards(message -> {});
        held.get().close();
    }

    /** Two replicas at once, one of which is killed: the other sends what is left, and everything has an end. */
    private void survive(KilledGround ground, Tally tally) throws Exception {
        try (Packaged first = Packaged.start("killed", settings);
                Packaged second = Packaged.start("killed-beside", settings)) {
            happen(first, ground, 3);
            happen(second, ground, 3);
            Thread.sleep(random.nextInt(LONGEST_WAIT));
            first.kill();
            tally.kills++;
            tally.unmarked += unmarked(ground);
            happen(second, ground, 2);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (ground.pending() + ground.waiting() > 0 && System.nanoTime() < end) Thread.sleep(100);
            assertEquals(0, ground.pending(), "events whose letters were not filed");
            assertEquals(0, ground.waiting(), "messages that were not sent");
        }
    }

    private void report(KilledGround ground, Tally tally) throws SQLException {
        List<Catcher.Message> taken = server.messages();
        List<String> lost = new ArrayList<>();
        for (long event : ground.events())
            for (String address : ground.addresses())
                if (taken.stream()
                        .noneMatch(one -> isAbout(one, event) && one.to().equals(address)))
                    lost.add(event + " to " + address);
        Map<String, Long> copies =
                taken.stream().collect(Collectors.groupingBy(Catcher.Message::id, Collectors.counting()));
        long told = taken.stream()
                .map(one -> about(one) + " to " + one.to())
                .distinct()
                .count();
        long twice = taken.size() - copies.size();
        System.out.printf(
                "killed %d times (seed %d): %d events, %d messages, lost %d, twice %d; %d kills before filing, %d between 250 and mark%n",
                tally.kills,
                SEED,
                ground.events().size(),
                taken.size(),
                lost.size(),
                twice,
                tally.unfiled,
                tally.unmarked);
        assertEquals(List.of(), lost);
        assertEquals(copies.size(), told, "one Message-ID for each event and recipient");
        assertTrue(twice <= tally.unmarked && twice <= tally.kills, twice + " copies, " + tally.unmarked + " cut off");
        assertTrue(twice >= KILLS / Moment.values().length, "the kill after the 250 went unnoticed");
        assertTrue(tally.unfiled > 0, "no kill fell between the commit and the filing");
        assertTrue(ground.events().size() >= 2 * KILLS);
    }

    /** Messages that the server took and the database does not know for sent. */
    private int unmarked(KilledGround ground) throws SQLException {
        int unmarked = 0;
        for (String id :
                server.messages().stream().map(Catcher.Message::id).distinct().toList())
            if (!ground.isMarked(id)) unmarked++;
        return unmarked;
    }

    /** So many requests are taken up, and every second one refused, over HTTP. */
    private static void happen(Packaged application, KilledGround ground, int requests) throws Exception {
        String token = token();
        for (int i = 0; i < requests; i++) {
            String booking = "/api/bookings/" + ground.request();
            post(application, token, booking + "/review", "");
            if (i % 2 == 1) continue;
            post(application, token, booking + "/refusal", REFUSED);
        }
    }

    private static void post(Packaged application, String token, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(application.root().resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), path + ": " + answer.body());
    }

    private static String token() throws Exception {
        String form =
                "grant_type=password&client_id=terrain-essai&username=instructeur&password=terrain-instructeur&scope=profile";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(System.getenv("TERRAIN_OIDC_URL") + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return new ObjectMapper().readTree(answer.body()).get("access_token").asText();
    }

    private static boolean isAbout(Catcher.Message message, long event) {
        return about(message).equals("booking." + event);
    }

    /** The source and the number of the event, which a Message-ID begins with. */
    private static String about(Catcher.Message message) {
        return message.id().replaceAll("^<([a-z]+\\.[0-9]+)\\..*", "$1");
    }

    private static Connection hold() {
        try {
            return KilledGround.holdMarks();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

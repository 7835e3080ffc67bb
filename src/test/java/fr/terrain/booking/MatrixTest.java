package fr.terrain.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.User;
import fr.terrain.Session;
import fr.terrain.Tokens;
import fr.terrain.account.Account;
import fr.terrain.account.AccountRepository;
import fr.terrain.booking.MatrixActs.Call;
import fr.terrain.booking.MatrixActs.Form;
import fr.terrain.booking.MatrixActs.Names;
import fr.terrain.booking.Stages.Staged;
import fr.terrain.http.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every cell of the matrix state x verb x who, over the API, on the pages, and for the clock through the workflow. */
@QuarkusTest
class MatrixTest {
    private static final User ACTOR = User.PORTEUSE;
    private static final int HANDS = 4;
    private static final int LONGEST_SAID = 400;
    private static final MatrixTable TABLE = MatrixTable.read();

    @TestHTTPResource
    URI root;

    @Inject
    Fixtures fixtures;

    @Inject
    Stages stages;

    @Inject
    Transitions transitions;

    @Inject
    AccountRepository accounts;

    private final HttpClient http = HttpClient.newHttpClient();

    /** Bookings that nobody may change: every refused cell of a state is tried on the same one. */
    private final Map<String, Staged> kept = new HashMap<>();

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private Names names;

    private record Cell(String who, String verb, String state) {
        @Override
        public String toString() {
            return who + " " + verb + " in " + state;
        }
    }

    private interface Trial {
        /** What came of a cell, as the table writes it. */
        String of(Cell cell) throws Exception;
    }

    @BeforeEach
    void openTheStage() {
        stages.open();
        names = new Names(fixtures.account(User.ADMIN), stages.competent(), stages.occupant());
        kept.clear();
        for (String state : MatrixTable.states()) kept.put(state, stages.kept(state));
        kept.put("VISA", stages.at("IN_REVIEW", "GIVE_VISA", "viseur"));
    }

    @Test
    void theTableNamesEveryVerbStateAndReader() {
        assertEquals(
                new TreeSet<>(Arrays.stream(Verb.values()).map(Enum::name).toList()),
                new TreeSet<>(TABLE.may().keySet()));
        assertEquals(TABLE.may().keySet(), TABLE.arrows().keySet());
        for (Map<String, String> arrows : TABLE.arrows().values())
            arrows.forEach(
                    (from, to) -> assertTrue(MatrixTable.states().containsAll(List.of(from, to)), from + " " + to));
        assertEquals(10, TABLE.sees().size());
        TABLE.may().forEach((verb, who) -> assertTrue(TABLE.sees().keySet().containsAll(who), verb));
    }

    @Test
    void everyCellOverTheApi() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String who : people()) {
            stages.cast(ACTOR, who);
            wrong.addAll(tryAll(cells(who, addressed()), this::overApi));
        }
        assertRight(wrong);
    }

    @Test
    void everyCellOnThePages() throws Exception {
        Session session = new Session(root).signIn("porteuse");
        String token =
                session.token("/demandes/nouvelle?site=" + kept.get("DRAFT").slug());
        List<String> wrong = new ArrayList<>();
        for (String who : people()) {
            stages.cast(ACTOR, who);
            wrong.addAll(tryAll(cells(who, formed()), cell -> onPage(cell, session, token)));
        }
        assertRight(wrong);
    }

    @Test
    void whatDatesDoHasNoAddressAndIsRefusedToPeople() throws Exception {
        Account actor = accounts.findById(fixtures.account(ACTOR));
        List<String> ofClock =
                TABLE.may().keySet().stream().filter(TABLE::isOfClockAlone).toList();
        List<String> wrong = new ArrayList<>();
        for (String who : people()) {
            stages.cast(ACTOR, who);
            wrong.addAll(tryAll(cells(who, ofClock), cell -> byWorkflow(cell, new Doer(actor))));
        }
        List<String> all = new ArrayList<>(ofClock);
        all.addAll(addressed());
        all.removeIf(TABLE.addresses()::containsKey);
        wrong.addAll(tryAll(cells("clock", all), cell -> byWorkflow(cell, Doer.CLOCK)));
        assertRight(wrong);
    }

    private String overApi(Cell cell) throws IOException, InterruptedException {
        Staged at = booking(cell);
        Call call = MatrixActs.call(cell.verb(), at, names);
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(call.path()))
                .header("Authorization", "Bearer " + Tokens.of("porteuse"))
                .method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()));
        if (!call.body().isEmpty()) request.header("Content-Type", "application/json");
        if (call.method().equals("PUT")) request.header("If-Match", "*");
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() / 100 == 2 ? status(at) : answer.statusCode() + unexpected(cell, answer);
    }

    private String onPage(Cell cell, Session session, String token) {
        Staged at = booking(cell);
        Form form = MatrixActs.form(cell.who(), cell.verb(), at, names);
        boolean done = TABLE.isDone(cell.who(), cell.verb(), cell.state());
        boolean shown = (done ? read(session, form) : shown(cell, session, form)).contains(form.link());
        if (shown != done) return shown ? "the page shows its form" : "the page does not show its form";
        List<String> fields = new ArrayList<>(List.of("_form", token, "version", version(at)));
        form.fields().forEach((name, value) -> fields.addAll(List.of(name, value)));
        HttpResponse<String> answer = session.post(form.path(), fields.toArray(String[]::new));
        return answer.statusCode() == 303 ? status(at) : answer.statusCode() + unexpected(cell, answer);
    }

    /** What this reader is shown of a booking that refused cells share: once for all of them. */
    private String shown(Cell cell, Session session, Form form) {
        return pages.computeIfAbsent(cell.who() + " " + form.page(), page -> read(session, form));
    }

    private static String read(Session session, Form form) {
        return session.get(form.page()).body();
    }

    private String byWorkflow(Cell cell, Doer by) {
        Staged at = booking(cell);
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> transitions.run(
                            at.id(),
                            null,
                            by,
                            Verb.valueOf(cell.verb()),
                            Map.of(),
                            (booking, now) -> booking.move(Verb.valueOf(cell.verb()), now)));
            return status(at);
        } catch (BookingRefusal refused) {
            return Integer.toString(refused.status());
        } catch (ProblemException refused) {
            return Integer.toString(refused.problem().status());
        }
    }

    /** Refused cells share a booking, which they leave as it is; what is done is done to one of its own. */
    private Staged booking(Cell cell) {
        if (TABLE.isDone(cell.who(), cell.verb(), cell.state()))
            return stages.at(cell.state(), cell.verb(), cell.who());
        return kept.get(cell.verb().equals("GIVE_VISA") && cell.state().equals("IN_REVIEW") ? "VISA" : cell.state());
    }

    private String status(Staged at) {
        return (String) fixtures.one("select status from booking where id = :id", "id", at.id());
    }

    private String version(Staged at) {
        return fixtures.one("select version from booking where id = :id", "id", at.id())
                .toString();
    }

    private static String unexpected(Cell cell, HttpResponse<String> answer) {
        String status = Integer.toString(answer.statusCode());
        String said = answer.body().replaceAll("(?s)<head>.*?<main|\\s+", " ");
        return status.equals(TABLE.expected(cell.who(), cell.verb(), cell.state()))
                ? ""
                : " " + said.substring(0, Math.min(said.length(), LONGEST_SAID));
    }

    private static List<String> people() {
        return TABLE.sees().keySet().stream()
                .filter(who -> !who.equals("clock"))
                .sorted()
                .toList();
    }

    private static List<String> addressed() {
        return TABLE.may().keySet().stream()
                .filter(verb -> !verb.equals("CREATE") && !TABLE.isOfClockAlone(verb))
                .filter(verb -> !MatrixActs.NOT_LANDED.contains(verb))
                .toList();
    }

    private static List<String> formed() {
        Staged any = new Staged(0, "", "", 0, null, null);
        return addressed().stream()
                .filter(verb -> MatrixActs.form("owner", verb, any, new Names(0, 0, 0)) != null)
                .toList();
    }

    private static List<Cell> cells(String who, Collection<String> verbs) {
        List<Cell> cells = new ArrayList<>();
        for (String verb : verbs) for (String state : MatrixTable.states()) cells.add(new Cell(who, verb, state));
        return cells;
    }

    private static List<String> tryAll(List<Cell> cells, Trial trial) throws Exception {
        List<String> wrong = new ArrayList<>();
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
            Map<Cell, Future<String>> tried = new HashMap<>();
            for (Cell cell : cells) tried.put(cell, hands.submit(() -> trial.of(cell)));
            for (Cell cell : cells) {
                String expected = TABLE.expected(cell.who(), cell.verb(), cell.state());
                String actual = outcome(tried.get(cell));
                if (!actual.equals(expected)) wrong.add(cell + ": " + expected + " expected, " + actual);
            }
        }
        return wrong;
    }

    private static String outcome(Future<String> tried) throws InterruptedException {
        try {
            return tried.get();
        } catch (ExecutionException failed) {
            return "failed: " + failed.getCause();
        }
    }

    private static void assertRight(List<String> wrong) {
        assertTrue(wrong.isEmpty(), () -> wrong.size() + " cells are wrong:\n" + String.join("\n", wrong));
    }
}

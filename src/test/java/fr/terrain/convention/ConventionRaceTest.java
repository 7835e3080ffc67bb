package fr.terrain.convention;

import static fr.terrain.Tokens.as;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.terrain.Fixtures;
import fr.terrain.Tokens;
import fr.terrain.convention.AgreedBookings.Agreed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;

/** What happens at the same instant: one convention, one signature a party, and no party lost. */
@QuarkusTest
class ConventionRaceTest {
    @Inject
    AgreedBookings bookings;

    @Inject
    Fixtures fixtures;

    @RepeatedTest(5)
    void twoClicksIssueOneConvention() throws Exception {
        Agreed agreed = bookings.next();
        Tokens.of("juriste");
        Object before = fixtures.one("select coalesce(max(last), 0) from document_counter");
        Callable<Integer> click = () -> as("juriste")
                .post("/api/bookings/{id}/conventions", agreed.id())
                .statusCode();
        assertEquals(List.of(201, 409), together(click, click).stream().sorted().toList());
        Object after = fixtures.one("select last from document_counter");
        assertEquals(((Number) before).longValue() + 1, ((Number) after).longValue());
    }

    @RepeatedTest(5)
    void partiesThatSignTogetherConcludeIt() throws Exception {
        Agreed agreed = bookings.next();
        String number = as("juriste")
                .post("/api/bookings/{id}/conventions", agreed.id())
                .then()
                .statusCode(201)
                .extract()
                .path("number");
        String hash =
                given().get("/api/conventions/{number}/verification", number).path("sha256");
        Tokens.of("porteur");
        Tokens.of("signataire");
        Callable<Integer> occupant = () -> sign("porteur", number, hash);
        Callable<Integer> grantor = () -> sign("signataire", number, hash);
        assertEquals(List.of(200, 200, 200, 200), together(occupant, grantor, occupant, grantor));
        assertEquals("SIGNED", fixtures.one("select status from booking where id = :id", "id", agreed.id()));
        assertEquals(
                2L,
                ((Number) fixtures.one(
                                "select count(*) from signature s join document d on d.id = s.document_id where d.number = :number",
                                "number",
                                number))
                        .longValue());
    }

    private static int sign(String user, String number, String hash) {
        return as(user).contentType("application/json")
                .body(Map.of("sha256", hash, "consent", true))
                .post("/api/conventions/{number}/signatures", number)
                .statusCode();
    }

    @SafeVarargs
    private static List<Integer> together(Callable<Integer>... calls) throws Exception {
        CyclicBarrier start = new CyclicBarrier(calls.length);
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.length)) {
            List<Future<Integer>> answers = java.util.Arrays.stream(calls)
                    .map(call -> threads.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            List<Integer> codes = new java.util.ArrayList<>();
            for (Future<Integer> answer : answers) codes.add(answer.get());
            return codes;
        }
    }
}

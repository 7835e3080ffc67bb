package fr.terrain.organisation;

import static fr.terrain.Tokens.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.User;
import fr.terrain.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

/** Members: their rights change, they leave or are taken out, and somebody always manages them. */
@QuarkusTest
class MembersTest {
    private static final int ROUNDS = 10;

    @Inject
    Fixtures fixtures;

    @Inject
    DataSource database;

    private long organisation;
    private long porteur;
    private long juriste;
    private String path;

    @BeforeEach
    void oneManagerAndAnotherMember() {
        organisation = fixtures.occupant(User.PORTEUR);
        fixtures.member(organisation, User.JURISTE, "sign");
        porteur = fixtures.account(User.PORTEUR);
        juriste = fixtures.account(User.JURISTE);
        path = "/api/organisations/" + organisation + "/members/";
    }

    @Test
    void aManagerChangesRightsAndTheTrailSaysSo() {
        json("porteur")
                .header("If-Match", "\"0\"")
                .body("{\"capabilities\": [\"LEGAL\", \"VISA\"]}")
                .put(path + juriste)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        as("juriste")
                .get(path + juriste)
                .then()
                .body("capabilities", hasItem("VISA"))
                .body("email", nullValue());
        json("porteur")
                .header("If-Match", "\"0\"")
                .body("{\"capabilities\": []}")
                .put(path + juriste)
                .then()
                .statusCode(412);
        json("porteur")
                .body("{\"capabilities\": []}")
                .put(path + juriste)
                .then()
                .statusCode(428);
        json("porteur")
                .header("If-Match", "*")
                .body("{\"capabilities\": [\"REIGN\"]}")
                .put(path + juriste)
                .then()
                .statusCode(400);
        json("porteur")
                .header("If-Match", "*")
                .body("{}")
                .put(path + juriste)
                .then()
                .statusCode(400);
        assertEquals(
                "sign legal,visa",
                fixtures.one(
                        "select detail ->> 'before' || ' ' || (detail ->> 'after') from organisation_event"
                                + " where organisation_id = :id and kind = 'CAPABILITIES_CHANGED'",
                        "id",
                        organisation));
    }

    @Test
    void onlyAManagerChangesOrTakesOutAnother() {
        String rights = "{\"capabilities\": [\"MANAGE_MEMBERS\"]}";
        json("juriste")
                .header("If-Match", "*")
                .body(rights)
                .put(path + juriste)
                .then()
                .statusCode(403);
        json("porteuse")
                .header("If-Match", "*")
                .body(rights)
                .put(path + juriste)
                .then()
                .statusCode(404);
        as("juriste").delete(path + porteur).then().statusCode(403);
        as("porteuse").delete(path + juriste).then().statusCode(404);
        as("porteur").delete(path + juriste).then().statusCode(204);
        as("juriste").get("/api/organisations/" + organisation).then().statusCode(404);
    }

    @Test
    void anybodyLeavesButTheLastManager() {
        as("juriste").delete(path + juriste).then().statusCode(204);
        as("porteur").delete(path + porteur).then().statusCode(409).body("type", equalTo("/problemes/last-manager"));
        json("porteur")
                .header("If-Match", "*")
                .body("{\"capabilities\": [\"SIGN\"]}")
                .put(path + porteur)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problemes/last-manager"));
        as("porteur").get(path + porteur).then().body("capabilities", hasItem("MANAGE_MEMBERS"));
        fixtures.member(organisation, User.JURISTE, "manage_members");
        as("porteur").delete(path + porteur).then().statusCode(204);
    }

    @Test
    void ofTwoManagersWhoLeaveAtOnceOneStays() throws Exception {
        Tokens.of("porteur");
        Tokens.of("juriste");
        for (int round = 0; round < ROUNDS; round++) {
            fixtures.member(organisation, User.PORTEUR, "manage_members");
            fixtures.member(organisation, User.JURISTE, "manage_members");
            List<Integer> answers = together(
                    () -> as("porteur").delete(path + porteur).statusCode(),
                    () -> as("juriste").delete(path + juriste).statusCode());
            assertEquals(List.of(204, 409), answers.stream().sorted().toList());
            assertEquals(
                    1L, fixtures.one("select count(*) from member where organisation_id = :id", "id", organisation));
        }
    }

    @Test
    void theDatabaseAloneLetsOneOfTwoGo() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            fixtures.member(organisation, User.PORTEUR, "manage_members");
            fixtures.member(organisation, User.JURISTE, "manage_members");
            CyclicBarrier bothDeleted = new CyclicBarrier(2);
            List<String> outcomes = together(() -> leaves(porteur, bothDeleted), () -> leaves(juriste, bothDeleted));
            assertEquals(
                    List.of("gone", "member_manager_remains"),
                    outcomes.stream().sorted().toList());
        }
    }

    /** Deletes the row, waits until the other has too, commits: what stopped it, if anything did. */
    private String leaves(long account, CyclicBarrier bothDeleted) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "delete from member where organisation_id = " + organisation + " and account_id = " + account);
            bothDeleted.await();
            try {
                connection.commit();
                return "gone";
            } catch (SQLException refused) {
                return ((PSQLException) refused).getServerErrorMessage().getConstraint();
            }
        }
    }

    private static <T> List<T> together(Callable<T> one, Callable<T> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> work : List.of(one, other))
                futures.add(pool.submit(() -> {
                    start.await();
                    return work.call();
                }));
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) results.add(future.get());
            assertTrue(results.size() == 2);
            return results;
        }
    }

    private static RequestSpecification json(String user) {
        return as(user).contentType("application/json");
    }
}

package fr.terrain.http;

import static fr.terrain.Tokens.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.Session;
import fr.terrain.TestClock;
import fr.terrain.Tokens;
import fr.terrain.booking.Requests;
import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every route of the running application stands in routes.csv, and answers nobody and a stranger as that table says. The
 * stranger is signed in, and has nothing to do with the request whose address is called.
 */
@QuarkusTest
class RoutesTest {
    private static final String PARAMETER = "\\{\\s*(\\w+)[^{}]*(?:\\{[^{}]*}[^{}]*)*}";
    private static final LocalDate START = TestClock.today().plusDays(60);

    @TestHTTPResource
    URI root;

    @Inject
    Fixtures fixtures;

    private Place place;
    private long booking;
    private String reference;

    private record Route(String method, String path, int anonymous, int stranger, String body) {
        boolean isApi() {
            return path.startsWith("/api/");
        }
    }

    @BeforeEach
    void someonesRequest() {
        fixtures.run(
                "update member set capabilities = array(select c from unnest(capabilities) c where c in ('sign', 'manage_members')) where account_id = :stranger",
                "stranger",
                fixtures.account(User.PORTEUSE));
        place = fixtures.place(new SpaceOf(1, 0, 0));
        long occupant = fixtures.occupant(User.PORTEUR);
        booking = as("porteur")
                .contentType("application/json")
                .body(Requests.body(place, occupant, START, START.plusDays(5)))
                .post("/api/bookings")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        reference = (String) fixtures.one("select reference from booking where id = :id", "id", booking);
    }

    @Test
    void everyRouteIsInTheTableAndTheTableHasNoOther() throws IOException {
        TreeSet<String> told = new TreeSet<>();
        for (Route route : table()) told.add(route.method() + " " + route.path());
        assertEquals(only(List.copyOf(routes()), List.copyOf(told)), only(List.copyOf(told), List.copyOf(routes())));
    }

    @Test
    void everyRouteAnswersNobodyAsTheTableSays() throws IOException {
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        for (Route route : table()) {
            expected.add(route.method() + " " + route.path() + " " + route.anonymous());
            int status = route.isApi()
                    ? api(io.restassured.RestAssured.given(), route)
                    : new Session(root).call(route.method(), address(route)).statusCode();
            actual.add(route.method() + " " + route.path() + " " + status);
        }
        assertEquals(only(expected, actual), only(actual, expected));
    }

    @Test
    void everyRouteAnswersAStrangerAsTheTableSays() throws IOException {
        Session stranger = new Session(root).signIn("porteuse");
        Tokens.of("porteuse");
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        for (Route route : table()) {
            expected.add(route.method() + " " + route.path() + " " + route.stranger());
            int status = route.isApi()
                    ? api(as("porteuse"), route)
                    : stranger.call(route.method(), address(route)).statusCode();
            actual.add(route.method() + " " + route.path() + " " + status);
        }
        assertEquals(only(expected, actual), only(actual, expected));
    }

    private int api(RequestSpecification request, Route route) {
        request.header("If-Match", "*").redirects().follow(false);
        if (!route.body().isEmpty()) request.contentType("application/json").body(filled(route.body()));
        else if (!route.method().equals("GET")) request.contentType("application/json");
        return request.urlEncodingEnabled(false)
                .request(route.method(), address(route))
                .statusCode();
    }

    private String address(Route route) {
        return route.path()
                .replaceAll("organisations/\\{id}", "organisations/" + place.grantor())
                .replaceAll("\\{section}", "membres")
                .replaceAll("\\{act}", "droits")
                .replaceAll("\\{verdict}", "refus")
                .replaceAll("\\{token}", "A".repeat(43))
                .replaceFirst("/mes-demandes/\\{reference}/\\{verb}", "/mes-demandes/" + reference + "/offre-acceptee")
                .replaceAll("\\{id}", Long.toString(booking))
                .replaceAll("\\{slug}", place.slug())
                .replaceAll("\\{reference}", reference)
                .replaceAll("\\{number}", "CONV-1999-0001")
                .replaceAll("\\{sent}", "rappel")
                .replaceAll("\\{verb}", "accord")
                .replaceAll("\\{type}", "introuvable")
                .replaceAll("\\{form}", "adresse")
                .replaceAll("\\{space}", Long.toString(place.spaces().getFirst()))
                .replaceAll("\\{\\w+}", "1");
    }

    private String filled(String body) {
        return body.replace("SITE", place.slug())
                .replace("SPACE", Long.toString(place.spaces().getFirst()))
                .replace("DAY", START.toString());
    }

    /** What one list says and the other does not. */
    private static String only(List<String> some, List<String> others) {
        return some.stream().filter(line -> !others.contains(line)).collect(Collectors.joining("\n"));
    }

    static TreeSet<String> routes() {
        TreeSet<String> routes = new TreeSet<>();
        for (var resource : ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers())
            for (var handler : resource.value.handlers)
                if (handler instanceof ClassRoutingHandler router)
                    router.getMappers().forEach((method, mapper) -> {
                        if (method != null)
                            mapper.getTemplates()
                                    .forEach(route -> routes.add(method + " "
                                            + plain(
                                                    route.value.getClassPath().template,
                                                    route.value.getPath().template)));
                    });
        return routes;
    }

    private static String plain(String first, String second) {
        String path = (first + "/" + second).replaceAll(PARAMETER, "{$1}").replaceAll("/+", "/");
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static List<Route> table() throws IOException {
        try (InputStream in = RoutesTest.class.getResourceAsStream("/routes.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split(";", -1))
                            .map(String::strip)
                            .toList())
                    .map(cells -> new Route(
                            cells.get(0),
                            cells.get(1),
                            Integer.parseInt(cells.get(2)),
                            Integer.parseInt(cells.get(3)),
                            cells.size() > 4 ? cells.get(4) : ""))
                    .toList();
        }
    }
}

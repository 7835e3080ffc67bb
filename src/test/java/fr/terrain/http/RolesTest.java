package fr.terrain.http;

import static fr.terrain.Tokens.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Session;
import fr.terrain.http.Worlds.World;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every route tried by every role, each in a world made for the call: what it answers is what the hand-written roles.csv says. */
@QuarkusTest
class RolesTest {
    @TestHTTPResource
    URI root;

    @Inject
    Worlds worlds;

    private record Route(String method, String path, String state, List<Integer> expected, String body) {
        boolean isApi() {
            return path.startsWith("/api/");
        }

        boolean changes() {
            return !method.equals("GET");
        }

        /** What the number in the address of this route is of. */
        String named() {
            String what = path.matches("/(verification-organisations/.*|api/organisations/\\{id}/verification.*)")
                    ? "{unchecked}"
                    : path.contains("organisations/")
                            ? "{organisation}"
                            : path.matches("/(administration/personnes|api/accounts)/.*")
                                    ? "{person}"
                                    : path.startsWith("/administration/echeances/")
                                            ? "{deadline}"
                                            : path.startsWith("/administration/courriels/") ? "{delivery}" : "{id}";
            return path.replace("{id}", what)
                    .replace("{verb}", verb(path))
                    .replace("{entry}", "pole-morandat")
                    .replace("{decision}", "rejet")
                    .replace("{step}", "lieu")
                    .replace("{verdict}", "refus")
                    .replace("{section}", "membres")
                    .replace("{line}", "1")
                    .replace("{act}", "droits");
        }
    }

    private static String verb(String path) {
        if (path.startsWith("/mes-sites/")) return "soumission";
        return path.startsWith("/mes-demandes/") ? "offre-acceptee" : "accord";
    }

    @Test
    void everyRouteIsInTheTableAndTheTableHasNoOther() throws IOException {
        TreeSet<String> told = new TreeSet<>();
        for (Route route : table()) assertTrue(told.add(route.method() + " " + route.path()), route + " stands twice");
        TreeSet<String> missing = Routes.all();
        TreeSet<String> gone = new TreeSet<>(told);
        gone.removeAll(missing);
        missing.removeAll(told);
        assertEquals("", String.join("\n", missing), "routes that roles.csv does not have");
        assertEquals("", String.join("\n", gone), "lines of roles.csv without a route");
    }

    @ParameterizedTest
    @EnumSource
    void everyRouteAnswersTheRoleAsTheTableSays(Role role) throws IOException {
        worlds.begin(role);
        Session session = new Session(root);
        if (role.user != null) session.signIn(role.login());
        String form = role.user == null ? "" : session.token("/");
        List<String> wrong = new ArrayList<>();
        Map<String, World> fresh = new HashMap<>();
        for (Route route : table()) {
            World world = fresh.computeIfAbsent(route.state(), state -> worlds.make(role, state));
            int expected = route.expected().get(role.ordinal());
            int status = route.isApi() ? api(role, route, world) : page(session, form, route, world);
            if (status != expected)
                wrong.add("%s %s answered %d instead of %d".formatted(route.method(), route.path(), status, expected));
            if (route.changes() && status < 400) worlds.leave(fresh.remove(route.state()), role);
        }
        fresh.values().forEach(world -> worlds.leave(world, role));
        assertEquals("", String.join("\n", wrong), role.name());
    }

    /** Another site can send any form, and knows no token. */
    @Test
    void everyFormWithoutItsTokenIsRefused() throws IOException {
        Session owner = new Session(root).signIn(Role.OCCUPANT.login());
        Session admin = new Session(root).signIn(Role.ADMIN.login());
        World world = worlds.make(Role.OCCUPANT, "IN_REVIEW");
        List<String> wrong = new ArrayList<>();
        for (Route route : table()) {
            if (route.isApi() || !route.changes()) continue;
            Session session = route.path().startsWith("/administration/") ? admin : owner;
            HttpResponse<String> answer =
                    session.post(world.fill(route.named()), fields(world.fill(route.body()), "x"));
            if (answer.statusCode() != 403 || !answer.body().contains("Ce formulaire n’est plus valable"))
                wrong.add(route.path() + " answered " + answer.statusCode());
        }
        assertEquals("", String.join("\n", wrong));
    }

    private static int api(Role role, Route route, World world) {
        RequestSpecification request = role.user == null ? RestAssured.given() : as(role.login());
        request.header("If-Match", "*").redirects().follow(false).urlEncodingEnabled(false);
        if (route.changes()) request.contentType("application/json");
        if (!route.body().isEmpty()) request.body(world.fill(route.body()));
        return request.request(route.method(), world.fill(route.named())).statusCode();
    }

    private static int page(Session session, String form, Route route, World world) {
        String address = world.fill(route.named());
        HttpResponse<String> answer =
                route.changes() ? session.post(address, fields(world.fill(route.body()), form)) : session.get(address);
        String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(
                policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';"),
                () -> "no policy on " + answer + " " + answer.headers() + " " + answer.body());
        return answer.statusCode();
    }

    /** Name, value, name, value; with the token of the session unless the table gives one. */
    private static String[] fields(String body, String form) {
        List<String> fields = new ArrayList<>();
        for (String pair : body.isEmpty() ? new String[0] : body.split("&"))
            fields.addAll(Arrays.asList(pair.split("=", 2)));
        if (!body.contains("_form=")) fields.addAll(List.of("_form", form));
        return fields.toArray(String[]::new);
    }

    private static List<Route> table() throws IOException {
        try (InputStream in = RolesTest.class.getResourceAsStream("/roles.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ; ", 5))
                    .map(cells -> new Route(
                            cells[0],
                            cells[1],
                            cells[2].equals("-") ? "IN_REVIEW" : cells[2],
                            Arrays.stream(cells[3].split(" "))
                                    .map(Integer::valueOf)
                                    .toList(),
                            cells.length > 4 ? cells[4] : ""))
                    .toList();
        }
    }
}

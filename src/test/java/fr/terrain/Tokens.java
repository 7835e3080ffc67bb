package fr.terrain;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** Real tokens of the demonstration users, from the real Keycloak. */
public final class Tokens {
    private static final Map<String, Kept> TOKENS = new ConcurrentHashMap<>();
    private static final int MOST_TRIES = 5;
    private static final Duration FRESH = Duration.ofMinutes(3);

    /** A token and when it was given: it is good for five minutes. */
    private record Kept(String token, Instant since) {
        static Kept of(String user) {
            return new Kept(fetch(realm(), "terrain-essai", user, "terrain-" + user), Instant.now());
        }

        boolean isFresh() {
            return Instant.now().isBefore(since.plus(FRESH));
        }
    }

    private Tokens() {}

    /** A request that carries the token of this user. */
    public static RequestSpecification as(String user) {
        return given().auth().oauth2(of(user));
    }

    public static String of(String user) {
        return TOKENS.compute(user, (name, kept) -> kept != null && kept.isFresh() ? kept : Kept.of(name)).token;
    }

    /** A fresh token of this user that is good for three seconds. */
    public static String brief(String user) {
        return fetch(realm(), "terrain-essai-bref", user, "terrain-" + user);
    }

    /** A token that another realm of the same server gave. */
    public static String ofOtherRealm() {
        return fetch(
                realm().replace("/realms/terrain", "/realms/autre"), "terrain-essai", "porteur", "terrain-porteur");
    }

    /** A real signed token of the realm, but for another audience: the identity token, meant for the client alone. */
    public static String identityOf(String user) {
        return fetch(realm(), "terrain-essai", user, "terrain-" + user, "openid", "id_token");
    }

    private static String realm() {
        return ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class);
    }

    private static String fetch(String realm, String client, String user, String password) {
        return fetch(realm, client, user, password, "profile", "access_token");
    }

    /** Asks again when Keycloak refuses because it is just signing the same person in. */
    private static String fetch(String realm, String client, String user, String password, String scope, String token) {
        Response answer = ask(realm, client, user, password, scope);
        for (int tries = 1; tries < MOST_TRIES && answer.statusCode() != 200; tries++)
            answer = ask(realm, client, user, password, scope);
        return answer.then().statusCode(200).extract().path(token);
    }

    private static Response ask(String realm, String client, String user, String password, String scope) {
        return given().baseUri(realm)
                .port(java.net.URI.create(realm).getPort())
                .formParam("grant_type", "password")
                .formParam("client_id", client)
                .formParam("username", user)
                .formParam("password", password)
                .formParam("scope", scope)
                .post("/protocol/openid-connect/token");
    }
}

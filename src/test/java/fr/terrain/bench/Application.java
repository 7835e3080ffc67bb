package fr.terrain.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A running Terrain, spoken to over HTTP as anybody would. */
record Application(String address, HttpClient client) {

    static Application first() {
        return at(System.getenv("TERRAIN_URL"));
    }

    static Application second() {
        return at(System.getenv("TERRAIN_SECOND_URL"));
    }

    private static Application at(String address) {
        return new Application(
                address,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    /** The body of a page that must be there. */
    byte[] read(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200)
            throw new IllegalStateException(
                    request.uri() + " answered " + answer.statusCode() + ": " + new String(answer.body()));
        return answer.body();
    }

    /** A real token of a demonstration user, from the real Keycloak. */
    static String token(String user) throws IOException, InterruptedException {
        String form =
                "grant_type=password&client_id=terrain-essai&username=%s&password=terrain-%s".formatted(user, user);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(System.getenv("TERRAIN_OIDC_URL") + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        byte[] answer = at("").read(request);
        return new ObjectMapper().readTree(answer).get("access_token").asText();
    }
}

package fr.terrain.organisation;

import static fr.terrain.Tokens.as;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;

/** Organisations as a client of the API opens them: complete, and plainly invented. */
final class Openings {
    static final String SOCIETY = "Société d’essai";

    private Openings() {}

    static RequestSpecification json(String user) {
        return as(user).contentType("application/json");
    }

    static ValidatableResponse open(String user, Map<String, Object> body) {
        return json(user).body(body).post("/api/organisations").then();
    }

    static Map<String, Object> body(String siret) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", SOCIETY);
        body.put("legalForm", "Société par actions simplifiée");
        body.put("kind", "PRIVATE");
        body.put("siret", siret);
        body.put("address", "1 rue de l’Essai, 13001 Marseille");
        body.put("contact", "contact@example.org");
        body.put("signatory", "Camille Essai");
        body.put("quality", "Présidente");
        return body;
    }
}

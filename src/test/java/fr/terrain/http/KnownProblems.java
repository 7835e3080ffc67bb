package fr.terrain.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;

/** Whether an answer of the API is a problem of a type that has its page, told with that type's title and status. */
final class KnownProblems {
    private static final String ADDRESS = "/problemes/";

    private KnownProblems() {}

    static void requireKnown(Response answer) {
        assertEquals(Problem.MEDIA_TYPE, answer.contentType().replaceFirst(";.*", ""), answer::asString);
        String type = answer.jsonPath().getString("type");
        assertTrue(type.startsWith(ADDRESS), type);
        ProblemType known = ProblemType.find(type.substring(ADDRESS.length()))
                .orElseThrow(() -> new AssertionError("no page explains " + type));
        assertEquals(known.title(), answer.jsonPath().getString("title"), type);
        assertEquals(answer.statusCode(), answer.jsonPath().getInt("status"), type);
        boolean anyFault = known.status() == 500 || known.code().equals("demande-incorrecte");
        assertTrue(anyFault || known.status() == answer.statusCode(), type + " told as " + answer.statusCode());
    }
}

package fr.terrain.booking;

import fr.terrain.Fixtures.Place;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Requests as a client of the API writes them: complete, and plainly invented. */
public final class Requests {
    /** An agreement that holds on the public domain. */
    public static final String AGREED = """
            {"economicNature": "NO", "awardRoute": "PUBLICITY", "awardReason": "Avis publié du 1er au 15 février 2027."}
            """;

    /** A refusal with both its reasons. */
    public static final String REFUSED = """
            {"law": "Article L. 2122-1 du CG3P : l’usage doit rester compatible.", "fact": "Le quai est en travaux à ces dates."}
            """;

    private Requests() {}

    /** A complete request for every space of a place. */
    public static Map<String, Object> body(Place place, long organisation, LocalDate first, LocalDate last) {
        Map<String, Object> body = new HashMap<>();
        body.put("site", place.slug());
        body.put("organisation", organisation);
        body.put(
                "project",
                new HashMap<>(Map.of(
                        "title", "Bouée connectée",
                        "purpose", "Mesurer la houle dans la darse pendant trois semaines.",
                        "protocol", "Une bouée ancrée, un relevé par minute, un passage par semaine.",
                        "people", 3)));
        body.put("spaces", place.spaces());
        body.put("firstDay", first.toString());
        body.put("lastDay", last.toString());
        return body;
    }
}

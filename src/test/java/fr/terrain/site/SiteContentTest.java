package fr.terrain.site;

import static fr.terrain.site.SiteContents.complete;
import static fr.terrain.site.SiteContents.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.http.Faults;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a revision may hold, and what it takes to publish one. */
class SiteContentTest {
    @Test
    void aDraftIsKeptIncompleteAndSaysWhatIsMissing() {
        SiteContent draft = SiteContent.named("Banc d’essai", "lab_iot");
        assertEquals(List.of(), faults(draft));
        assertEquals(
                List.of(
                        "identity.summary",
                        "identity.description",
                        "identity.themes",
                        "place.longitude",
                        "place.insee",
                        "place.positionConfidence",
                        "terms.whoDecides",
                        "terms.usualDays",
                        "terms.conditions",
                        "terms.contact",
                        "spaces"),
                Missing.of(draft).stream().map(Missing::field).toList());
    }

    @Test
    void aCompleteContentMissesNothing() {
        SiteContent content = complete("Banc d’essai", space(null, "Hall", 2));
        assertEquals(List.of(), faults(content));
        assertEquals(List.of(), Missing.of(content));
    }

    @Test
    void whatCannotBeKeptNamesItsField() {
        assertEquals(List.of("identity.name", "identity.category"), faults(SiteContent.named(" ", "")));
        SiteContent content = complete("Banc d’essai");
        assertEquals(
                List.of("spaces[1].name"),
                faults(content.withSpaces(List.of(space(null, "Hall", 1), space(null, "Hall ", 1)))));
        assertEquals(List.of("spaces[0].capacity"), faults(content.withSpaces(List.of(space(null, "Hall", 101)))));
        RuleContent closed =
                new RuleContent(RuleContent.Kind.CLOSED, List.of(8), "8h", "25:00", "02-30", "13-01", null);
        assertEquals(
                List.of(
                        "spaces[0].rules[0].weekdays",
                        "spaces[0].rules[0].opens",
                        "spaces[0].rules[0].closes",
                        "spaces[0].rules[0].seasonStart",
                        "spaces[0].rules[0].seasonEnd",
                        "spaces[0].rules[0].cause"),
                faults(content.withSpaces(List.of(space(null, "Hall", 1, closed)))));
        assertEquals(List.of("parties"), faults(content.withParties(List.of(new SiteParty(1, "GUEST", false)))));
    }

    @Test
    void anOutlineIsClosedSimpleAndOnEarth() {
        assertEquals(List.of(), outline(SiteContents.square(5.3, 43.3)));
        assertEquals(
                List.of("place.perimeter"), outline(ring(List.of(5.0, 43.0), List.of(5.1, 43.0), List.of(5.1, 43.1))));
        assertEquals(
                List.of("place.perimeter"),
                outline(ring(
                        List.of(5.0, 43.0),
                        List.of(5.1, 43.1),
                        List.of(5.1, 43.0),
                        List.of(5.0, 43.1),
                        List.of(5.0, 43.0))));
        assertEquals(
                List.of("place.perimeter"),
                outline(ring(
                        List.of(900000.0, 43.0), List.of(5.1, 43.0), List.of(5.1, 43.1), List.of(900000.0, 43.0))));
        assertEquals(List.of("place.perimeter"), outline(new Outline("Polygon", List.of())));
        assertTrue(outline(new Outline("MultiPolygon", null)).contains("place.perimeter"));
    }

    private static Outline ring(List<?>... points) {
        List<List<Double>> ring = new java.util.ArrayList<>();
        for (List<?> point : points)
            ring.add(point.stream().map(number -> (Double) number).toList());
        return new Outline("MultiPolygon", List.of(List.of(ring)));
    }

    private static List<String> outline(Outline outline) {
        return faults(complete("Banc d’essai")
                .with(new SiteContent.Place("13041", 5.4, 43.4, Site.Confidence.LOW, outline, List.of())));
    }

    private static List<String> faults(SiteContent content) {
        Faults faults = new Faults();
        content.check(faults);
        return faults.list().stream().map(Faults.Fault::field).toList();
    }
}

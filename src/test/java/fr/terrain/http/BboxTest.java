package fr.terrain.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a rectangle of the map, and what is refused. */
class BboxTest {
    @Test
    void readsWestSouthEastNorth() {
        assertEquals(new Bbox(5.2, 43.2, 5.5, 43.4), Bbox.parse("bbox", "5.2,43.2,5.5,43.4"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5.2,43.2,5.5",
                "5.2,43.2,5.5,43.4,0",
                "a,b,c,d",
                "NaN,43.2,5.5,43.4",
                "-181,43.2,5.5,43.4",
                "5.2,-91,5.5,43.4",
                "1e400,43.2,5.5,43.4",
                "5.5,43.2,5.2,43.4",
                "5.2,43.4,5.5,43.2",
                "5.2,43.2,5.2,43.4"
            })
    void refusesWhatIsNoRectangleAndNamesTheField(String text) {
        ProblemException refused = assertThrows(ProblemException.class, () -> Bbox.parse("zone", text));
        assertEquals(400, refused.problem().status());
        assertEquals("zone", refused.problem().more().get("field"));
    }
}

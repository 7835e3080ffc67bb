package fr.terrain.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What passes for a typing error, and what is another word. */
class TypoTest {
    @ParameterizedTest
    @CsvSource({
        "drone, drone, 0",
        "drnoe, drone, 1",
        "drne, drone, 1",
        "drrone, drone, 1",
        "drome, drone, 1",
        "port, pont, 1",
        "ca, abc, 3",
        "'', quai, 4",
        "hydrogne, hydrogene, 1",
        "electrcitie, electricite, 2"
    })
    void countsTheLettersThatDiffer(String one, String other, int expected) {
        assertEquals(expected, Typo.distance(one, other));
        assertEquals(expected, Typo.distance(other, one));
    }

    @Test
    void theNearestIsTakenAndTheFirstAmongEquals() {
        assertEquals(Optional.of("drone"), Typo.nearest("drnoe", List.of("drogue", "drone", "drove")));
        assertEquals(Optional.of("drole"), Typo.nearest("drose", List.of("drole", "drone")));
        assertEquals(Optional.of("hydrogene"), Typo.nearest("hidrogne", List.of("hydrogene")));
    }

    @Test
    void aShortWordAndAFarOneAreLeftAlone() {
        assertEquals(Optional.empty(), Typo.nearest("mur", List.of("mer")));
        assertEquals(Optional.empty(), Typo.nearest("drnoes", List.of("drone")));
        assertEquals(Optional.empty(), Typo.nearest("hidrogenne", List.of("hydraulique")));
    }
}

package fr.terrain.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.terrain.Fixtures;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SiretTest {
    @Inject
    Fixtures fixtures;

    @ParameterizedTest
    @CsvSource({
        "00000001800010, true",
        "00000001800011, false",
        "00000002600013, true",
        "35600000000048, true",
        "35600000049837, true",
        "35600000049838, false",
        "0000000180001, false",
        "0000000180001a, false"
    })
    void theDatabaseAndTheHouseReadTheSameKey(String number, boolean right) {
        assertEquals(right, Siret.isValid(number));
        assertEquals(right, fixtures.one("select is_siret(:number)", "number", number));
    }

    @Test
    void anAbsentNumberIsNotOne() {
        assertFalse(Siret.isValid(null));
        assertEquals("00000001800010", Siret.compact("000 000 018 00010"));
    }
}

package fr.terrain.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions on versions are read as RFC 9110 writes them. */
class VersionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"3\" ; 3",
                "`  \"0\"  ` ; 0",
                "\"7\", \"7\" ; 7",
                "\"autre\", \"7\" ; 7",
                "\"a,b\" , \"7\" ; 7",
                "W/\"6\", \"7\" ; 7",
                "W/\"7\" ; -1",
                "\"autre\" ; -1",
                "\"\" ; -1",
                "\"99999999999999\" ; -1"
            })
    void theVersionOfAConditionIsRead(String header, int version) {
        assertEquals(version, Versions.of(header));
        assertEquals(version, Versions.required(header));
    }

    @Test
    void noConditionAndAnyVersionAskForNone() {
        assertNull(Versions.of(null));
        assertNull(Versions.of("*"));
        assertNull(Versions.required(" * "));
    }

    @Test
    void aConditionThatMustBeThereIsAskedFor() {
        ProblemException missing = assertThrows(ProblemException.class, () -> Versions.required(null));
        assertEquals(428, missing.problem().status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3",
                "",
                " ",
                "\"3",
                "3\"",
                "w/\"3\"",
                "\"3\" \"4\"",
                "\"3\",",
                ",\"3\"",
                "*, \"3\"",
                "\"3\", \"4\"",
                "\"é\""
            })
    void whatIsNoListOfTagsIsRefused(String header) {
        ProblemException wrong = assertThrows(ProblemException.class, () -> Versions.of(header));
        assertEquals(400, wrong.problem().status());
        assertEquals("If-Match", wrong.problem().more().get("field"));
    }

    @Test
    void aListWithoutEndIsRefused() {
        assertThrows(ProblemException.class, () -> Versions.of("\"1\",".repeat(500) + "\"1\""));
    }

    @Test
    void aReaderWhoHasItIsNotSentItAgain() {
        assertTrue(Versions.isKnown("\"3\"", 3));
        assertTrue(Versions.isKnown("W/\"3\"", 3));
        assertTrue(Versions.isKnown("\"1\", W/\"3\"", 3));
        assertTrue(Versions.isKnown("*", 3));
        assertFalse(Versions.isKnown(null, 3));
        assertFalse(Versions.isKnown("\"33\"", 3));
    }
}

package fr.terrain.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

/** A message of the log stays on its line, whatever it was given. */
class OneLineTest {
    @Test
    void wordsFromOutsideMakeNoLineOfTheirOwn() {
        ExtLogRecord entry = new ExtLogRecord(
                Level.ERROR, "refused: %s", ExtLogRecord.FormatStyle.PRINTF, OneLineTest.class.getName());
        entry.setParameters(new Object[] {"a\r\n2027-01-01 INFO a false line\u2028b"});
        assertTrue(new OneLine().isLoggable(entry));
        assertEquals("refused: a ⏎ 2027-01-01 INFO a false line ⏎ b", entry.getFormattedMessage());
    }

    @Test
    void aMessageOfOneLineStaysAsItIs() {
        ExtLogRecord entry = new ExtLogRecord(Level.INFO, "100 % of {0}", ExtLogRecord.FormatStyle.NO_FORMAT, "x");
        assertTrue(new OneLine().isLoggable(entry));
        assertEquals("100 % of {0}", entry.getFormattedMessage());
    }
}

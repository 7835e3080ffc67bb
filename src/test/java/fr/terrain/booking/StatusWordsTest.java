package fr.terrain.booking;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.terrain.FrenchTypography;
import fr.terrain.http.Words;
import org.junit.jupiter.api.Test;

class StatusWordsTest {
    @Test
    void everyStateSpeaksToEveryReader() {
        for (BookingStatus status : BookingStatus.values()) {
            for (Reader reader : Reader.values()) {
                for (String words :
                        new String[] {StatusWords.explain(status, reader), StatusWords.todo(status, reader)}) {
                    assertFalse(words.isBlank(), status + " " + reader);
                    assertNull(FrenchTypography.fault(words), status + " " + reader);
                }
            }
        }
    }

    @Test
    void everyDoneVerbHasItsWordsAndEveryStateItsLook() {
        for (Verb verb : Verb.values()) assertFalse(Words.say("done." + verb).isBlank());
        for (BookingStatus status : BookingStatus.values()) {
            assertFalse(StatusWords.tone(status).isBlank());
            assertFalse(StatusWords.icon(status).isBlank());
        }
        for (Queue.View view : Queue.View.values()) assertFalse(view.label().isBlank());
    }
}

package fr.terrain.audit;

import fr.terrain.http.French;
import fr.terrain.http.Words;
import java.time.LocalDate;

/**
 * One thing that a verification found.
 *
 * @param reference of the booking, or null when it is about a seal
 * @param seq of the event, or null
 * @param day of the seal, or null
 */
public record Finding(Fault fault, String reference, Integer seq, LocalDate day) {
    static Finding ofEvent(Fault fault, String reference, Integer seq) {
        return new Finding(fault, reference, seq, null);
    }

    static Finding ofSeal(Fault fault, LocalDate day) {
        return new Finding(fault, null, null, day);
    }

    /** The finding as a French sentence. */
    public String words() {
        return Words.label(fault)
                .replace("{reference}", String.valueOf(reference))
                .replace("{seq}", String.valueOf(seq))
                .replace("{day}", day == null ? "" : French.date(day));
    }
}

package fr.terrain.booking;

import fr.terrain.http.Blank;
import fr.terrain.http.Faults;
import fr.terrain.http.Problem;
import java.time.LocalDate;
import java.util.Map;

/** What dates and reasons that come with a verb have in common. */
final class Given {
    /** The shortest reason that says something. */
    static final int SHORTEST_REASON = 10;

    static final int LONGEST_REASON = 2000;
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

    private Given() {}

    /** A fault when a day is in no year that makes sense here. */
    static void sane(String field, LocalDate day, Faults faults) {
        if (day != null && (day.isBefore(FIRST) || day.isAfter(LAST)))
            faults.add(field, "Indiquez une date entre 2000 et 2200.");
    }

    /** A reason of 10 to 2 000 characters, stripped. */
    static String reason(String field, String typed, String words, Faults faults) {
        return faults.required(field, typed, SHORTEST_REASON, LONGEST_REASON, words);
    }

    /** What the trail keeps of a reason that may be left out, of 2 000 characters at most. */
    static Map<String, String> detail(String reason) {
        if (reason != null && reason.length() > LONGEST_REASON)
            throw Problem.badInput("reason", "Un motif tient en 2 000 caractères au plus.");
        return Blank.is(reason) ? Map.of() : Map.of("reason", Blank.strip(reason));
    }
}

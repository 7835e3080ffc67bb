package fr.terrain.booking;

import fr.terrain.http.Blank;
import fr.terrain.http.Faults;
import jakarta.validation.constraints.Size;

/** What an owner tells of a trial that is over: how it went, what was learnt, and what anybody may read of it. */
public record ReportGiven(
        @Size(max = 10000, message = "10 000 caractères au plus.")
        String text,

        @Size(max = 4000, message = "4 000 caractères au plus.")
        String learnt,

        @Size(max = 2000, message = "2 000 caractères au plus.")
        String publicSummary) {
    static final int SHORTEST_TEXT = 50;
    static final int LONGEST_TEXT = 10_000;
    static final int LONGEST_LEARNT = 4000;
    static final int LONGEST_SUMMARY = 2000;

    /** The same without blanks around. */
    ReportGiven checked() {
        Faults faults = new Faults();
        String told = faults.required(
                "text",
                text,
                SHORTEST_TEXT,
                LONGEST_TEXT,
                "Racontez l’essai : conditions et résultats, favorables ou non, en 50 à 10 000 caractères.");
        String lesson = faults.required(
                "learnt",
                learnt,
                Given.SHORTEST_REASON,
                LONGEST_LEARNT,
                "Dites ce que l’essai a appris, en 10 à 4 000 caractères.");
        String summary = Blank.is(publicSummary)
                ? null
                : faults.required(
                        "publicSummary",
                        publicSummary,
                        Given.SHORTEST_REASON,
                        LONGEST_SUMMARY,
                        "Écrivez une phrase au moins, ou laissez ce champ vide.");
        faults.require();
        return new ReportGiven(told, lesson, summary);
    }
}

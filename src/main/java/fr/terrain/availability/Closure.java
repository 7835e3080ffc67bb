package fr.terrain.availability;

import fr.terrain.ParisClock;
import fr.terrain.http.Blank;
import fr.terrain.http.Problem;
import java.time.LocalDateTime;

/** A dated hard closure of a space, in local time of Europe/Paris, and why. */
public record Closure(long spaceId, LocalDateTime starts, LocalDateTime ends, String cause) {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;
    private static final int LONGEST_DAYS = 1830;
    private static final int SHORTEST_CAUSE = 3;
    private static final int LONGEST_CAUSE = 300;

    public Closure {
        cause = cause == null ? "" : Blank.strip(cause);
    }

    /** @throws fr.terrain.http.ProblemException 400 that names the field */
    void check() {
        if (cause.length() < SHORTEST_CAUSE || cause.length() > LONGEST_CAUSE)
            throw Problem.badInput("cause", "Dites pourquoi l’espace ferme, en 3 à 300 caractères.");
        if (starts.getYear() < FIRST_YEAR || ends.getYear() > LAST_YEAR)
            throw Problem.badInput("starts", "Donnez des dates entre 2000 et 2200.");
        if (!ParisClock.at(starts).isBefore(ParisClock.at(ends)))
            throw Problem.badInput("ends", "La fin doit suivre le début.");
        if (starts.plusDays(LONGEST_DAYS).isBefore(ends))
            throw Problem.badInput("ends", "Une fermeture dure 5 ans au plus.");
    }
}

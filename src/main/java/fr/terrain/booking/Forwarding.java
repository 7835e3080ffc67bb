package fr.terrain.booking;

import fr.terrain.http.Blank;
import fr.terrain.http.Problem;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Which organisation is the competent one for a request, and why: the owner reads it. */
public record Forwarding(
        @NotNull(message = "Choisissez l’organisme compétent.")
        Long organisation,

        @Size(max = LONGEST, message = "2 000 caractères au plus.")
        String reason) {
    static final int LONGEST = 2000;
    private static final int SHORTEST = 10;

    public Forwarding {
        reason = Blank.strip(reason);
    }

    /** @throws fr.terrain.http.ProblemException 400 when a field of it is wrong */
    void check() {
        if (organisation == null) throw Problem.badInput("organisation", "Choisissez l’organisme compétent.");
        if (Blank.length(reason) < SHORTEST || reason.length() > LONGEST)
            throw Problem.badInput("reason", "Dites pourquoi cet organisme est compétent, en 10 à 2 000 caractères.");
    }
}

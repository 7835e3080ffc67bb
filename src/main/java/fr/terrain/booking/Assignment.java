package fr.terrain.booking;

import fr.terrain.http.Blank;
import fr.terrain.http.Problem;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Who is to be in charge of a request.
 *
 * @param officer the account of a member of the granting organisation who instructs
 * @param reason read by the officers of that organisation only; may be null
 */
public record Assignment(
        @NotNull(message = "Choisissez un agent.") Long officer,

        @Size(max = LONGEST, message = "2 000 caractères au plus.")
        String reason) {
    static final int LONGEST = 2000;

    public Assignment {
        reason = Blank.orNull(reason);
    }

    /** @throws fr.terrain.http.ProblemException 400 when a field of it is wrong */
    void check() {
        if (officer == null) throw Problem.badInput("officer", "Choisissez un agent.");
        if (reason != null && reason.length() > LONGEST)
            throw Problem.badInput("reason", "Un motif tient en 2 000 caractères au plus.");
    }
}

package fr.terrain.booking;

import fr.terrain.booking.BookingRefusal.Missing;
import fr.terrain.http.Blank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Why a request is refused: in law and in fact, both needed (CRPA L.211-5). */
public record Refused(
        @Size(max = 4000, message = "4 000 caractères au plus.")
        String law,

        @Size(max = 4000, message = "4 000 caractères au plus.")
        String fact) {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 4000;

    void check() {
        List<Missing> missing = new ArrayList<>();
        if (isUnusable(law))
            missing.add(new Missing(
                    "law", "Écrivez le motif de droit : le texte qui fonde le refus, en 10 à 4 000 caractères."));
        if (isUnusable(fact))
            missing.add(new Missing(
                    "fact",
                    "Écrivez le motif de fait : ce qui, dans ce dossier, s’y oppose, en 10 à 4 000 caractères."));
        if (!missing.isEmpty())
            throw new BookingRefusal(
                    BookingRefusal.Reason.REASONS_MISSING, "Un refus se motive en droit et en fait.", missing);
    }

    Map<String, String> detail() {
        return Map.of("law", Blank.strip(law), "fact", Blank.strip(fact));
    }

    private static boolean isUnusable(String text) {
        return Blank.length(text) < SHORTEST || text.length() > LONGEST;
    }
}

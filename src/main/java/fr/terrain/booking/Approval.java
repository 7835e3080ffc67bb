package fr.terrain.booking;

import fr.terrain.booking.BookingRefusal.Missing;
import fr.terrain.http.Blank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What an officer settles when agreeing: economic nature, way of award and its reason, the legal item when it is free, and which rivals wait
 * from now on; the others stay as they are.
 */
public record Approval(
        EconomicNature economicNature,
        AwardRoute awardRoute,

        @Size(max = 2000, message = "2 000 caractères au plus.")
        String awardReason,

        FreeItem freeItem,

        @Size(max = 2000, message = "2 000 caractères au plus.")
        String freeReason,

        @Size(max = 50, message = "Mettez 50 demandes au plus en liste d’attente.")
        List<Long> waitingList) {
    /** A reason as long as this is printed whole. */
    static final int LONGEST_REASON = 2000;

    private static final int SHORTEST_REASON = 10;
    private static final int MOST_RIVALS = 50;

    public Approval {
        freeReason = Blank.orNull(freeReason);
        waitingList = waitingList == null
                ? List.of()
                : waitingList.stream().filter(Objects::nonNull).toList();
    }

    /** On the public domain the convention tells all of it (CG3P L.2122-1-1 to L.2122-1-4); elsewhere it may stay open. */
    void check(boolean publicDomain) {
        List<Missing> missing = new ArrayList<>();
        if (publicDomain && economicNature == null)
            missing.add(new Missing(
                    "economicNature",
                    "Sur le domaine public, indiquez si l’occupation est une exploitation économique."));
        if (publicDomain && awardRoute == null)
            missing.add(new Missing("awardRoute", "Sur le domaine public, indiquez comment le titre est attribué."));
        boolean economic = economicNature == EconomicNature.YES || economicNature == EconomicNature.DOUBT;
        if (publicDomain && economic && awardRoute == AwardRoute.NOT_CONCERNED)
            missing.add(
                    new Missing(
                            "awardRoute",
                            "Une exploitation économique du domaine public, même en cas de doute, n’est pas hors champ de la mise en concurrence (article L. 2122‑1‑1). Choisissez un autre mode d’attribution, ou revoyez la nature de l’occupation."));
        boolean reasoned = publicDomain || awardRoute == AwardRoute.DIRECT || economicNature == EconomicNature.DOUBT;
        if (reasoned && isShort(awardReason))
            missing.add(
                    new Missing(
                            "awardReason",
                            "Motivez ce choix en une phrase au moins, de 10 à 2 000 caractères : le motif figure dans la convention."));
        if (freeItem == null && freeReason != null)
            missing.add(new Missing(
                    "freeItem", "Choisissez le cas de gratuité de l’article L. 2125‑1, ou effacez son motif."));
        if (freeItem != null && isShort(freeReason))
            missing.add(new Missing("freeReason", "Motivez la gratuité en une phrase au moins."));
        if (length(awardReason) > LONGEST_REASON) missing.add(tooLong("awardReason"));
        if (length(freeReason) > LONGEST_REASON) missing.add(tooLong("freeReason"));
        Printable.look("awardReason", awardReason, missing);
        Printable.look("freeReason", freeReason, missing);
        if (waitingList.size() > MOST_RIVALS)
            missing.add(new Missing("waitingList", "Mettez 50 demandes au plus en liste d’attente."));
        if (!missing.isEmpty())
            throw new BookingRefusal(
                    BookingRefusal.Reason.AWARD_MISSING, "Complétez l’accord avant de le donner.", missing);
    }

    /** Nothing is agreed without a price of the grid or the legal item that makes it free (CG3P L.2125-1). */
    void requirePrice(BigDecimal fee) {
        if (freeItem == null && (fee == null || fee.signum() == 0))
            throw new BookingRefusal(
                    BookingRefusal.Reason.PRICE_MISSING,
                    "La redevance n’est pas fixée.",
                    List.of(
                            new Missing(
                                    "freeItem",
                                    "Choisissez le cas de gratuité et motivez‑le, ou complétez d’abord la grille du terrain.")));
    }

    Map<String, String> detail() {
        Map<String, String> detail = new TreeMap<>();
        if (economicNature != null) detail.put("economicNature", economicNature.name());
        if (awardRoute != null) detail.put("awardRoute", awardRoute.name());
        if (awardReason != null && !awardReason.isBlank()) detail.put("awardReason", awardReason.strip());
        if (freeItem != null) {
            detail.put("freeItem", freeItem.name());
            detail.put("freeReason", freeReason == null ? "" : freeReason);
        }
        return detail;
    }

    private static boolean isShort(String text) {
        return Blank.length(text) < SHORTEST_REASON;
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }

    private static Missing tooLong(String field) {
        return new Missing(field, "Un motif tient en 2 000 caractères au plus.");
    }
}

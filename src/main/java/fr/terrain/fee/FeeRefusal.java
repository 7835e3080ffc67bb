package fr.terrain.fee;

import fr.terrain.Refusal;
import fr.terrain.http.Words;

/** Why a fee cannot be computed. */
public class FeeRefusal extends Refusal {
    /** Why not. */
    public enum Reason {
        NO_TARIFF_LINE,
        AREA_MISSING,
        TOO_LARGE
    }

    private FeeRefusal(Reason reason, String detail) {
        super(reason, detail);
    }

    static FeeRefusal noLine(UseClass useClass) {
        return new FeeRefusal(
                Reason.NO_TARIFF_LINE,
                "La grille de ce terrain n’a pas de prix pour « " + Words.label(useClass)
                        + " ». Choisissez une autre nature d’usage ou écrivez au gestionnaire.");
    }

    static FeeRefusal tooLarge() {
        return new FeeRefusal(
                Reason.TOO_LARGE,
                "Le prix dépasse 9 999 999 999,99 € : réduisez la surface ou la durée, ou écrivez au gestionnaire.");
    }

    static FeeRefusal noArea(String line) {
        return new FeeRefusal(
                Reason.AREA_MISSING,
                "Le prix « " + line + " » se calcule au mètre carré : indiquez la surface occupée.");
    }
}

package fr.terrain.convention;

/** The court a convention names: administrative on public domain, by the place of the property; judicial for a contract on private domain. */
public enum Court {
    MARSEILLE("marseille"),
    NIMES("nimes"),
    TOULON("toulon"),
    JUDICIAL("judiciaire");
    private static final String VAUCLUSE = "84", VAR = "83";

    private final String word;

    Court(String word) {
        this.word = word;
    }

    /** The word that conditions of clauses use. */
    String word() {
        return word;
    }

    /** By legal domain and INSEE code of the commune (Pertuis lies in the Vaucluse, Saint-Zacharie in the Var). */
    public static Court of(ConventionInputs.Domain domain, String insee) {
        if (domain == ConventionInputs.Domain.PRIVATE) {
            return JUDICIAL;
        }
        return insee.startsWith(VAUCLUSE) ? NIMES : insee.startsWith(VAR) ? TOULON : MARSEILLE;
    }
}

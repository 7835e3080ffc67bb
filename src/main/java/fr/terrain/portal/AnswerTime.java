package fr.terrain.portal;

/** In how many days the requests on a site got their decision: the median, and of how many. */
public record AnswerTime(int medianDays, int decisions) {
    static final String UNKNOWN = "Pas encore mesuré : moins de cinq décisions";

    public String words() {
        String days = medianDays < 2 ? medianDays + " jour" : medianDays + " jours";
        return "Répond en " + days + " en médiane, sur " + decisions + " demandes";
    }
}

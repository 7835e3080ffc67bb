package fr.terrain.convention;

/** A clause as it stands in one convention: its number, why it is there (condition and facts, in French), and what it rests on; the anchor is its id in the HTML. */
public record ClauseInForce(
        String code,
        String number,
        String title,
        String why,
        String anchor,
        String version,
        String basis,
        Clause.Certainty certainty,
        Clause.State state) {

    /** Whether it stands there because of the facts of this convention, and not in every one. */
    public boolean isConditional() {
        return !why.equals(ConventionText.ALWAYS);
    }

    /** Whether it is an article of its own, not the preamble, a part or an annex. */
    public boolean isArticle() {
        return number.matches("[0-9]+");
    }
}

package fr.terrain.convention;

import fr.terrain.booking.Booking;
import fr.terrain.http.French;
import java.util.List;

/** A convention not yet issued as its page shows it: what it would say, or all that stands in the way. */
public record ConventionDraft(
        Booking booking,
        String site,
        String occupant,
        String template,
        AssembledConvention convention,
        List<Obstacle> obstacles,
        String failure) {

    /** Something missing: where (article in words, else null), what to do, and the file and line of the model (null where there is none). */
    public record Obstacle(String where, String words, String source) {}

    public String period() {
        return French.period(booking.firstDay(), booking.lastDay());
    }

    /** Whether it can be issued as it stands. */
    public boolean ready() {
        return convention != null && obstacles.isEmpty();
    }

    public String summary() {
        return obstacles.size() == 1 ? "Une donnée manque" : obstacles.size() + " points à régler";
    }

    public List<ClauseInForce> clauses() {
        return convention.clauses();
    }

    public String text() {
        return convention.html();
    }

    public int version() {
        return convention.inputs().version();
    }

    public long articles() {
        return clauses().stream().filter(ClauseInForce::isArticle).count();
    }

    /** How many clauses the facts of this request brought. */
    public long conditional() {
        return clauses().stream().filter(ClauseInForce::isConditional).count();
    }

    /** How many clauses no lawyer has validated. */
    public long unvalidated() {
        return clauses().stream()
                .filter(clause -> clause.state() != Clause.State.VALIDEE)
                .count();
    }
}

package fr.terrain.convention;

import fr.terrain.Refusal;
import fr.terrain.document.Problem;
import java.util.List;
import java.util.Map;

/** A convention that cannot be drawn, with everything that stands in the way, each by file and line. */
public final class IncompleteConvention extends Refusal {
    private final transient List<Problem> problems;

    /** Why not. */
    public enum Reason {
        INCOMPLETE_CONVENTION
    }

    IncompleteConvention(List<Problem> problems) {
        super(
                Reason.INCOMPLETE_CONVENTION,
                String.join("\n", problems.stream().map(Problem::toString).toList()));
        this.problems = List.copyOf(problems);
    }

    @Override
    public Map<String, Object> members() {
        return Map.of("problems", problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}

package fr.terrain.audit;

import fr.terrain.Refusal;
import java.util.List;
import java.util.Map;

/** Why a person is not forgotten now. */
public class ForgettingRefusal extends Refusal {
    /** Why not. */
    public enum Reason {
        STILL_NEEDED,
        YOURSELF
    }

    private final transient List<Tie> ties;

    private ForgettingRefusal(Reason reason, String detail, List<Tie> ties) {
        super(reason, detail);
        this.ties = ties;
    }

    static ForgettingRefusal stillNeeded(List<Tie> ties) {
        return new ForgettingRefusal(
                Reason.STILL_NEEDED,
                String.join(" ", ties.stream().map(Tie::words).toList()),
                ties);
    }

    static ForgettingRefusal yourself() {
        return new ForgettingRefusal(
                Reason.YOURSELF, "Une autre personne de l’administration doit effacer votre compte.", List.of());
    }

    @Override
    public Map<String, Object> members() {
        return ties.isEmpty() ? Map.of() : Map.of("ties", ties);
    }
}

package fr.terrain.audit;

import java.util.List;

/** Why a person cannot be forgotten yet: what others must take over first. */
public record Tie(Kind kind, List<String> names) {
    /** What holds a person; its words are under {@code Tie.}. */
    public enum Kind {
        LAST_MANAGER,
        IN_CHARGE,
        SIGNATORY
    }

    /** What to do about it, with the organisations or requests that it is about. */
    public String words() {
        return fr.terrain.http.Words.say("Tie." + kind).replace("{names}", String.join(", ", names));
    }
}

package fr.terrain;

import java.util.Map;

/** A rule says no: what was asked is understood, well formed, and not possible as things stand. Each room has one subclass. */
public abstract class Refusal extends RuntimeException {
    private final transient Enum<?> reason;

    protected Refusal(Enum<?> reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /** A constant of the room's closed list; its name gives the stable problem type, its French words the title. */
    public Enum<?> reason() {
        return reason;
    }

    /** The HTTP status of this no: 409 unless the room says otherwise. */
    public int status() {
        return 409;
    }

    /** What the problem tells besides its detail. */
    public Map<String, Object> members() {
        return Map.of();
    }

    /** What a French reader is told: what is wrong and what would be right. */
    public String detail() {
        return getMessage();
    }
}

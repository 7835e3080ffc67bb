package fr.terrain.availability;

import fr.terrain.Refusal;
import java.util.List;
import java.util.Map;

/** Why time cannot be had. */
public class AvailabilityRefusal extends Refusal {
    private final transient List<Collision> collisions;

    /** Why not. */
    public enum Reason {
        TAKEN,
        BUSY
    }

    private AvailabilityRefusal(Reason reason, String detail, List<Collision> collisions) {
        super(reason, detail);
        this.collisions = collisions;
    }

    /** Somebody else has some of the time: these stretches are in the way. */
    public static AvailabilityRefusal taken(List<Collision> collisions) {
        return new AvailabilityRefusal(
                Reason.TAKEN,
                "Une partie de ces dates est déjà prise. Choisissez d’autres dates ou un autre espace.",
                collisions);
    }

    /** Rivals kept each other waiting twice; nothing was written. */
    public static AvailabilityRefusal busy() {
        return new AvailabilityRefusal(
                Reason.BUSY,
                "D’autres décisions portent sur ce terrain en ce moment. Recommencez dans un instant.",
                List.of());
    }

    @Override
    public int status() {
        return reason() == Reason.BUSY ? 503 : 409;
    }

    @Override
    public Map<String, Object> members() {
        return Map.of("collisions", collisions);
    }

    /** The stretches in the way, in order. */
    public List<Collision> collisions() {
        return collisions;
    }
}

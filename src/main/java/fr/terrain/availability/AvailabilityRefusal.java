package fr.terrain.availability;

import fr.terrain.ParisClock;
import fr.terrain.Refusal;
import fr.terrain.http.French;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why time cannot be had. */
public class AvailabilityRefusal extends Refusal {
    private final transient List<Collision> collisions;

    /** Why not. */
    public enum Reason {
        TAKEN,
        BUSY,
        HOLD_OVER,
        CLOSURE_BARRED,
        TOO_FULL,
        AMENDMENT_PENDING,
        WHOLE_SITE_TAKEN,
        SPACE_IN_USE
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

    /** A hold has lapsed, or would at once. */
    public static AvailabilityRefusal holdOver() {
        return new AvailabilityRefusal(
                Reason.HOLD_OVER,
                "Cette option est arrivée à son terme, ou ne serait pas prolongée. Choisissez une date plus lointaine, ou posez une nouvelle option.",
                List.of());
    }

    /** Somebody was promised the time of a closure: these stretches are in the way. */
    public static AvailabilityRefusal closureBarred(List<Collision> collisions) {
        return new AvailabilityRefusal(
                Reason.CLOSURE_BARRED,
                "Cet espace est déjà promis ou fermé pendant une partie de cette fermeture. Convenez d’abord d’autres dates avec les porteurs, ou fermez à un autre moment.",
                collisions);
    }

    /** More projects are expected at once than a smaller space has room for, in these stretches. */
    public static AvailabilityRefusal tooFull(int capacity, List<Collision> crowded) {
        return new AvailabilityRefusal(
                Reason.TOO_FULL,
                "Plus de " + capacity + (capacity == 1 ? " essai est déjà accordé" : " essais sont déjà accordés")
                        + " en même temps. Gardez la capacité actuelle tant que ces essais durent.",
                crowded);
    }

    /** An amendment asks for all the room of a space that has to be put in another order. */
    public static AvailabilityRefusal amendmentPending(List<Collision> amendments) {
        return new AvailabilityRefusal(
                Reason.AMENDMENT_PENDING,
                "Un avenant attend ses signatures sur cet espace. Attendez sa conclusion pour baisser la capacité.",
                amendments);
    }

    /** Two that have the whole site one after the other would meet on a space added to it, in these stretches. */
    public static AvailabilityRefusal wholeSiteTaken(List<Collision> meetings) {
        return new AvailabilityRefusal(
                Reason.WHOLE_SITE_TAKEN,
                "Des demandes accordées pour le terrain entier se rencontreraient sur le nouvel espace. Ajoutez‑le quand elles seront terminées.",
                meetings);
    }

    /** A space is kept in these stretches: it cannot go away. */
    public static AvailabilityRefusal spaceInUse(List<Collision> rows) {
        return new AvailabilityRefusal(
                Reason.SPACE_IN_USE, "Cet espace est ou a été occupé : il ne peut pas être supprimé.", rows);
    }

    /** The same about a space by its name, with the first days in the way. */
    AvailabilityRefusal about(String space) {
        String days = collisions.stream()
                .limit(3)
                .map(one -> French.period(
                        day(one.during().from()), day(one.during().to().minusNanos(1))))
                .distinct()
                .collect(Collectors.joining(", "));
        String when = days.isEmpty() ? "" : " (" + days + ")";
        return new AvailabilityRefusal((Reason) reason(), "« " + space + " »" + when + " : " + detail(), collisions);
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ParisClock.PARIS).toLocalDate();
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

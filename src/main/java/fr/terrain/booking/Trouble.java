package fr.terrain.booking;

import fr.terrain.ParisClock;
import fr.terrain.Refusal;
import fr.terrain.availability.AvailabilityRefusal;
import fr.terrain.availability.Collision;
import fr.terrain.http.Faults;
import fr.terrain.http.French;
import fr.terrain.http.ProblemException;
import fr.terrain.http.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Why a form was not done, as its page says it: the status, the words, the fields to correct, the stretches in the way. */
public record Trouble(int status, String title, String detail, Faults faults, List<Stretch> stretches) {
    private static final int STALE = 412;

    /** A stretch of a space that somebody else has, set-up and tear-down included. */
    public record Stretch(String space, String period, String cause) {
        public static Stretch of(Collision collision) {
            LocalDate last = LegalClock.lastDay(collision.during().to());
            LocalDate first = collision.during().from().atZone(ParisClock.PARIS).toLocalDate();
            String kind = Words.label(collision.kind()).toLowerCase(Locale.FRENCH);
            return new Stretch(
                    collision.space(),
                    French.period(first, last),
                    collision.cause() == null || collision.cause().isBlank()
                            ? kind
                            : kind + "\u00a0: " + collision.cause());
        }
    }

    /**
     * What a page says of a failure that its reader can act on.
     *
     * @throws RuntimeException the failure itself when it is none of these: not found, not allowed, ours
     */
    static Trouble of(RuntimeException failure) {
        Faults faults = new Faults();
        if (failure instanceof ProblemException e
                && List.of(400, STALE).contains(e.problem().status())) {
            if (e.problem().more().get("field") instanceof String field)
                faults.add(field, e.problem().detail());
            if (e.problem().more().get("fields") instanceof List<?> fields)
                for (Object one : fields)
                    if (one instanceof Map<?, ?> fault)
                        faults.add(
                                fault.get("field").toString(),
                                fault.get("detail").toString());
            return new Trouble(
                    e.problem().status(), e.problem().title(), e.problem().detail(), faults, List.of());
        }
        if (!(failure instanceof Refusal refusal) || refusal.status() == 403) throw failure;
        if (refusal instanceof BookingRefusal no)
            no.missing().forEach(missing -> faults.add(missing.field(), missing.detail()));
        List<Stretch> stretches = refusal instanceof AvailabilityRefusal no
                ? no.collisions().stream().map(Stretch::of).toList()
                : List.of();
        return new Trouble(refusal.status(), Words.label(refusal.reason()), refusal.detail(), faults, stretches);
    }

    /** The same for a form whose fields have identifiers that begin with this. */
    Trouble under(String prefix) {
        Faults named = new Faults();
        faults.list().forEach(fault -> named.add(prefix + fault.field(), fault.words()));
        return new Trouble(status, title, detail, named, stretches);
    }

    /** Faults found before anything was tried. */
    static Trouble of(Faults faults) {
        return new Trouble(400, "Une information est incorrecte", "", faults, List.of());
    }

    /** Nothing wrong yet. */
    static Trouble none() {
        return new Trouble(200, "", "", new Faults(), List.of());
    }

    public boolean stale() {
        return status == STALE;
    }

    /** Whether it is told in a frame of its own, apart from the fields. */
    public boolean framed() {
        return status > 400 && !faults.any() && stretches.isEmpty();
    }

    public String error(String field) {
        return faults.of(field);
    }

    public List<Faults.Fault> list() {
        return faults.list();
    }
}

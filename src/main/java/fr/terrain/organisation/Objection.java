package fr.terrain.organisation;

import fr.terrain.Refusal;
import fr.terrain.http.Faults;
import fr.terrain.http.ProblemException;
import fr.terrain.http.Words;
import java.util.List;

/** Why a form was not done, as its page says it: the status, the words, the fields to correct. */
public record Objection(int status, String title, String detail, Faults faults) {
    private static final List<Integer> OF_CALLER = List.of(400, 412);

    static Objection none() {
        return new Objection(200, "", "", new Faults());
    }

    static Objection of(Faults faults) {
        return new Objection(400, "Une information est incorrecte", "", faults);
    }

    /**
     * What a page says of a failure that its reader can act on.
     *
     * @throws RuntimeException the failure itself when it is none of these: not found, not allowed, ours
     */
    static Objection of(RuntimeException failure) {
        Faults faults = new Faults();
        if (failure instanceof ProblemException e
                && OF_CALLER.contains(e.problem().status())) {
            if (e.problem().more().get("field") instanceof String field)
                faults.add(field, e.problem().detail());
            return new Objection(
                    e.problem().status(), e.problem().title(), e.problem().detail(), faults);
        }
        if (failure instanceof Refusal no)
            return new Objection(no.status(), Words.label(no.reason()), no.detail(), faults);
        throw failure;
    }

    /** Whether it is told in a frame of its own, apart from the fields. */
    public boolean framed() {
        return status > 200 && !faults.any();
    }

    public boolean any() {
        return status > 200;
    }

    public String error(String field) {
        return faults.of(field);
    }

    public List<Faults.Fault> list() {
        return faults.list();
    }
}

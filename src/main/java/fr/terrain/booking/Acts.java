package fr.terrain.booking;

import fr.terrain.http.Typed;
import java.util.Locale;
import java.util.Set;

/**
 * The verbs that are open to the reader of a request, and the one that was just tried in vain: its form shows again what was
 * typed and what is wrong. The fields of the form of a verb have identifiers that begin with its prefix, so that many forms share a page.
 */
public record Acts(Set<Verb> open, Verb tried, Typed typed, Trouble trouble) {

    /** What is open to somebody who has tried nothing yet. */
    static Acts of(Set<Verb> open) {
        return new Acts(open, null, Typed.nothing(), Trouble.none());
    }

    /** Whether the reader may do this verb now; templates name it by its constant. */
    public boolean can(String verb) {
        return open.contains(Verb.valueOf(verb));
    }

    /** Whether one of these is open. */
    public boolean canAny(String... verbs) {
        for (String verb : verbs) if (can(verb)) return true;
        return false;
    }

    /** Whether this verb was just tried in vain: then its fold is open. */
    public boolean tried(String verb) {
        return tried == Verb.valueOf(verb);
    }

    /** What was typed into a field of this verb's form; empty when it was not tried. */
    public String typed(String verb, String field) {
        String typed = tried(verb) ? typed().one(field) : null;
        return typed == null ? "" : typed;
    }

    /** Whether this value was chosen in a field of this verb's form. */
    public boolean chose(String verb, String field, Object value) {
        return tried(verb) && typed().has(field, value.toString());
    }

    /** What is wrong in a field of this verb's form, or null. */
    public String error(String verb, String field) {
        return tried(verb) ? trouble.error(prefix(Verb.valueOf(verb)) + field) : null;
    }

    /** ASK_FOR_CHANGES: "ask-for-changes-". */
    static String prefix(Verb verb) {
        return verb.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-";
    }
}

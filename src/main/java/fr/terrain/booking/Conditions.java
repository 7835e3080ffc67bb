package fr.terrain.booking;

import fr.terrain.booking.BookingRefusal.Missing;
import fr.terrain.booking.StartCondition.Kind;
import fr.terrain.http.French;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What must be there before a trial starts, and what of it is.
 *
 * @param recorded oldest first
 * @param localAuthority whether the grantor is one: its acts bind once transmitted and notified (CGCT L.2131-1)
 * @param until the last day of tear-down: the convention has the occupant insured until then
 */
public record Conditions(List<StartCondition> recorded, boolean localAuthority, LocalDate until) {
    /** The kinds that are needed here. */
    public List<Kind> needed() {
        return localAuthority
                ? List.of(Kind.INSURANCE, Kind.ENTRY_INSPECTION, Kind.TRANSMISSION, Kind.NOTIFICATION)
                : List.of(Kind.INSURANCE, Kind.ENTRY_INSPECTION);
    }

    /** The newest of a kind. */
    public Optional<StartCondition> find(Kind kind) {
        return recorded.stream().filter(one -> one.kind == kind).reduce((older, newer) -> newer);
    }

    /** Every permit that was named, as it was recorded last; one without its day is awaited. */
    public List<StartCondition> permits() {
        Map<String, StartCondition> newest = new LinkedHashMap<>();
        recorded.stream()
                .filter(one -> one.kind == Kind.PERMIT)
                .forEach(one -> newest.put(one.label.strip().toLowerCase(Locale.FRENCH), one));
        return List.copyOf(newest.values());
    }

    /** What is not there yet, with what would be right; the field is the kind, with a number for each permit. */
    public List<Missing> missing() {
        List<Missing> missing = new ArrayList<>();
        for (Kind kind : needed()) {
            Optional<StartCondition> met = find(kind);
            if (met.isEmpty()) missing.add(new Missing(kind.name(), wanted(kind)));
            else if (kind == Kind.INSURANCE && met.get().validUntil.isBefore(until))
                missing.add(new Missing(
                        kind.name(),
                        "L’attestation d’assurance s’arrête le " + French.date(met.get().validUntil)
                                + " : il en faut une valable jusqu’au " + French.date(until)
                                + ", démontage compris."));
        }
        for (StartCondition permit : permits())
            if (permit.isAwaited())
                missing.add(new Missing(
                        Kind.PERMIT + "-" + permit.id, "L’autorisation « " + permit.label + " », avec sa date."));
        return missing;
    }

    private String wanted(Kind kind) {
        return switch (kind) {
            case INSURANCE ->
                "Une attestation d’assurance valable jusqu’au " + French.date(until) + ", démontage compris.";
            case ENTRY_INSPECTION -> "L’état des lieux d’entrée.";
            case TRANSMISSION -> "La transmission de la convention au contrôle de légalité.";
            case NOTIFICATION -> "La notification de la convention à l’occupant.";
            case PERMIT -> throw new IllegalArgumentException("a permit is needed when it was named");
        };
    }

    /** @throws BookingRefusal with all that is missing */
    void require() {
        List<Missing> missing = missing();
        if (!missing.isEmpty())
            throw new BookingRefusal(
                    BookingRefusal.Reason.CONDITIONS_MISSING,
                    "L’essai ne peut pas commencer : il manque " + missing.size()
                            + (missing.size() == 1 ? " condition." : " conditions."),
                    missing);
    }
}

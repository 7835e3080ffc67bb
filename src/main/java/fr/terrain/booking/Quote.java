package fr.terrain.booking;

import fr.terrain.availability.Claim;
import fr.terrain.availability.LocalSlot;
import fr.terrain.availability.Occurrence;
import fr.terrain.booking.BookingRefusal.Missing;
import fr.terrain.fee.Fee;
import fr.terrain.http.Problem;
import fr.terrain.http.ProblemException;
import fr.terrain.site.Site;
import fr.terrain.site.Space;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What an ask comes to on a site: its spaces, those of them that are closed then, the slots of each in local time, and its fee.
 * Of a series, {@code occurrences} tells what each stretch comes to, those that cannot be had as well; only what opens has slots.
 * When there is no fee, {@code feeMissing} says why and names the field.
 */
public record Quote(
        Site site,
        Ask ask,
        List<Space> spaces,
        List<Space> closed,
        List<Occurrence> occurrences,
        List<Slot> slots,
        BigDecimal areaM2,
        Fee fee,
        Missing feeMissing) {

    /** What is known before it has a price. */
    Quote(Site site, Ask ask, List<Space> spaces, List<Space> closed, List<Occurrence> occurrences, List<Slot> slots) {
        this(site, ask, spaces, closed, occurrences, slots, null, null, null);
    }

    Quote priced(BigDecimal area, Fee total) {
        return new Quote(site, ask, spaces, closed, occurrences, slots, area, total, null);
    }

    Quote priceless(BigDecimal area, Missing why) {
        return new Quote(site, ask, spaces, closed, occurrences, slots, area, null, why);
    }

    /** Each stretch of use once. */
    List<LocalSlot> stretches() {
        return slots.stream().map(Slot::local).distinct().toList();
    }

    /** How many calendar days it uses. */
    public int days() {
        return LocalSlot.days(stretches());
    }

    /** The first day that counts for notice: of a series, the one it begins on. */
    LocalDate first() {
        return ask.series() == null || slots.isEmpty() ? ask.firstDay() : LocalSlot.first(stretches().stream());
    }

    /** The last day that counts for the horizon. */
    LocalDate last() {
        return ask.series() == null || slots.isEmpty() ? ask.lastDay() : LocalSlot.last(stretches().stream());
    }

    /** The stretches of a series that the rules of the place do not let be had, and that are not given up. */
    public List<Occurrence> unopened() {
        List<LocalSlot> kept = stretches();
        return occurrences.stream()
                .filter(one -> one.isRefused() && !kept.contains(one.slot()))
                .toList();
    }

    /** The time it takes of each space, buffers inside. */
    public List<Claim> claims() {
        return claims(spaces, ask.wholeSite(), slots);
    }

    /** The time it takes of this space. */
    Claim claim(Space space) {
        return claims(List.of(space), ask.wholeSite(), slots).getFirst();
    }

    static List<Claim> claims(List<Space> spaces, boolean exclusive, List<Slot> slots) {
        return spaces.stream()
                .map(space -> new Claim(
                        space.id,
                        exclusive,
                        slots.stream()
                                .filter(slot -> slot.spaceId().equals(space.id))
                                .map(slot -> slot.local().withBuffers(space.bufferBeforeDays, space.bufferAfterDays))
                                .toList()))
                .toList();
    }

    /** Why there is no slot at all. */
    ProblemException nothingOpens() {
        if (ask.series() == null) return Problem.badInput("firstDay", "Ce terrain n’ouvre pas à ces dates.");
        return unopened().isEmpty()
                ? Problem.badInput("except", "Gardez au moins un créneau de la série.")
                : Problem.badInput("startTime", "Le terrain n’ouvre à ces heures aucun de ces jours.");
    }
}

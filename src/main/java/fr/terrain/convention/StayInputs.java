package fr.terrain.convention;

import fr.terrain.booking.Booking;
import fr.terrain.booking.Slot;
import fr.terrain.convention.ConventionInputs.Access;
import fr.terrain.site.Space;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When the spaces of a booking are at disposal, in local time of Europe/Paris: each for its own slots, and with its own days of mounting
 * and dismantling, just as they are reserved.
 */
record StayInputs(List<ConventionInputs.Slot> slots, Map<Long, Access> accesses) {

    static StayInputs of(Booking booking, List<Space> chosen) {
        Map<Long, Access> accesses = new LinkedHashMap<>();
        for (Space space : chosen) {
            List<Slot> own = booking.slots().stream()
                    .filter(slot -> slot.spaceId().equals(space.id))
                    .toList();
            if (!own.isEmpty()) accesses.put(space.id, access(own, space));
        }
        return new StayInputs(stretches(booking, chosen), accesses);
    }

    /** The first moment of mounting; null when nobody has days of set-up. */
    LocalDateTime setupStart() {
        LocalDateTime first = first();
        LocalDateTime use = slots.stream()
                .map(ConventionInputs.Slot::start)
                .min(LocalDateTime::compareTo)
                .orElseThrow();
        return first.isBefore(use) ? first : null;
    }

    /** The last moment of dismantling; null when nobody has days for it. */
    LocalDateTime teardownEnd() {
        LocalDateTime last = last();
        LocalDateTime use = slots.stream()
                .map(ConventionInputs.Slot::end)
                .max(LocalDateTime::compareTo)
                .orElseThrow();
        return last.isAfter(use) ? last : null;
    }

    /** The access of a space where the spaces differ, else null. */
    Access accessOf(Space space) {
        return accesses.values().stream().distinct().count() == 1 ? null : accesses.get(space.id);
    }

    private LocalDateTime first() {
        return accesses.values().stream()
                .map(Access::from)
                .min(LocalDateTime::compareTo)
                .orElseThrow();
    }

    private LocalDateTime last() {
        return accesses.values().stream()
                .map(Access::to)
                .max(LocalDateTime::compareTo)
                .orElseThrow();
    }

    private static Access access(List<Slot> own, Space space) {
        return new Access(
                own.stream()
                        .map(Slot::starts)
                        .min(LocalDateTime::compareTo)
                        .orElseThrow()
                        .minusDays(space.bufferBeforeDays),
                own.stream()
                        .map(Slot::ends)
                        .max(LocalDateTime::compareTo)
                        .orElseThrow()
                        .plusDays(space.bufferAfterDays));
    }

    /** Each stretch once, with the names of its spaces where it is not of all of them. */
    private static List<ConventionInputs.Slot> stretches(Booking booking, List<Space> chosen) {
        return booking.stretches().entrySet().stream()
                .map(stretch -> new ConventionInputs.Slot(
                        stretch.getKey().starts(),
                        stretch.getKey().ends(),
                        stretch.getValue().size() == chosen.size() ? null : names(stretch.getValue(), chosen)))
                .toList();
    }

    private static List<String> names(List<Long> ids, List<Space> chosen) {
        return chosen.stream()
                .filter(space -> ids.contains(space.id))
                .map(space -> space.name)
                .toList();
    }
}

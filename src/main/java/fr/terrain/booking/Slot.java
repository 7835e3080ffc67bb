package fr.terrain.booking;

import fr.terrain.availability.LocalSlot;
import jakarta.persistence.Embeddable;
import java.time.LocalDateTime;

/** A stretch of use asked for of one space, in local time of Europe/Paris. */
@Embeddable
public record Slot(Long spaceId, LocalDateTime starts, LocalDateTime ends) {
    static Slot of(long space, LocalSlot slot) {
        return new Slot(space, slot.starts(), slot.ends());
    }

    public LocalSlot local() {
        return new LocalSlot(starts, ends);
    }
}

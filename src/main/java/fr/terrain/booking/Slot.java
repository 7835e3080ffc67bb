package fr.terrain.booking;

import fr.terrain.availability.LocalSlot;
import jakarta.persistence.Embeddable;
import java.time.LocalDateTime;

/** A stretch of use asked for, in local time of Europe/Paris. */
@Embeddable
public record Slot(LocalDateTime starts, LocalDateTime ends) {
    public LocalSlot local() {
        return new LocalSlot(starts, ends);
    }
}

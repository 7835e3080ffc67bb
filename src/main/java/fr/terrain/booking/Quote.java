package fr.terrain.booking;

import fr.terrain.availability.Claim;
import fr.terrain.availability.LocalSlot;
import fr.terrain.booking.BookingRefusal.Missing;
import fr.terrain.fee.Fee;
import fr.terrain.site.Site;
import fr.terrain.site.Space;
import java.math.BigDecimal;
import java.util.List;

/**
 * What an ask comes to on a site: its spaces, those of them that are closed then, the slots of each in local time, and its fee.
 * When there is no fee, {@code feeMissing} says why and names the field.
 */
public record Quote(
        Site site,
        List<Space> spaces,
        List<Space> closed,
        boolean wholeSite,
        List<Slot> slots,
        BigDecimal areaM2,
        Fee fee,
        Missing feeMissing) {

    /** How many calendar days it uses. */
    public int days() {
        return LocalSlot.days(slots.stream().map(Slot::local).toList());
    }

    /** The time it takes of each space, buffers inside. */
    public List<Claim> claims() {
        return claims(spaces, wholeSite, slots);
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
}

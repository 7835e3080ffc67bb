package fr.terrain.notification;

import fr.terrain.booking.Party;
import fr.terrain.organisation.Capability;
import java.util.Set;

/**
 * Somebody who stands behind a booking for one of its organisations.
 *
 * @param address as the identity gives it, or null
 * @param standsInFor the account of the absent member whose work this is, or null
 */
record Person(
        long account,
        String name,
        String address,
        Party.Role role,
        String organisation,
        boolean mustSign,
        Set<Capability> capabilities,
        Long standsInFor) {

    boolean may(Capability capability) {
        return capabilities.contains(capability);
    }

    /** Whether the work of this account is theirs: their own, or of whom they stand in for. */
    boolean worksAs(Long officer) {
        return officer != null && (officer == account || officer.equals(standsInFor));
    }
}

package fr.terrain.organisation;

import java.time.Instant;
import java.util.Set;

/** An account in an organisation, and what it may do in its name. */
public record Member(
        long accountId, String name, String email, Set<Capability> capabilities, Instant since, int version) {
    public boolean may(Capability capability) {
        return capabilities.contains(capability);
    }

    public boolean isManager() {
        return may(Capability.MANAGE_MEMBERS);
    }
}

package fr.terrain.booking;

import fr.terrain.account.Account;
import fr.terrain.organisation.Capability;
import fr.terrain.organisation.OrganisationRepository;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Where an account stands towards a booking: what each party that it is a member of lets it do. */
record Standing(Booking booking, long account, Map<Long, Set<Capability>> given) {

    static Standing of(Booking booking, Account account, OrganisationRepository organisations) {
        Map<Long, Set<Capability>> given = new HashMap<>();
        for (Party party : booking.parties()) {
            long organisation = party.organisationId;
            if (!given.containsKey(organisation) && organisations.isMember(organisation, account))
                given.put(organisation, organisations.capabilities(organisation, account));
        }
        return new Standing(booking, account.id, given);
    }

    /** Whether the account has the right to a verb, whatever the state. Nobody sees in the place of the hierarchy what is in their own charge. */
    boolean allows(Verb verb) {
        if (verb == Verb.GIVE_VISA && booking.officerId() != null && booking.officerId() == account) return false;
        return verb.rights().stream().anyMatch(this::holds);
    }

    private boolean holds(Verb.Right right) {
        return booking.parties().stream()
                .filter(party -> right.side().includes(party.role))
                .map(party -> given.get(party.organisationId))
                .anyMatch(capabilities -> capabilities != null && capabilities.containsAll(right.needed()));
    }
}

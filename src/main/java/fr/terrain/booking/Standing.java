package fr.terrain.booking;

import fr.terrain.account.Account;
import fr.terrain.organisation.Authority;
import fr.terrain.organisation.OrganisationRepository;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where an account stands towards a booking: what each party that it is a member of lets it do, by itself or for whom it stands in. */
record Standing(Booking booking, long account, Map<Long, Authority> given) {

    static Standing of(Booking booking, Account account, OrganisationRepository organisations) {
        Map<Long, Authority> given = new HashMap<>();
        for (Party party : booking.parties()) {
            long organisation = party.organisationId;
            if (!given.containsKey(organisation))
                organisations
                        .findAuthority(organisation, account)
                        .ifPresent(authority -> given.put(organisation, authority));
        }
        return new Standing(booking, account.id, given);
    }

    /** Whether the account has the right to a verb, whatever the state. Nobody sees in the place of the hierarchy what is in their own charge. */
    boolean allows(Verb verb) {
        if (verb == Verb.GIVE_VISA && booking.officerId() != null && booking.officerId() == account) return false;
        return writesForAnother(verb) || grounds(verb).findAny().isPresent();
    }

    /** For whom the account does a verb to which it has no right of its own. */
    Optional<String> onBehalfOf(Verb verb) {
        if (writesForAnother(verb)) return Optional.empty();
        List<Optional<String>> absent = grounds(verb).toList();
        return absent.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : absent.stream().flatMap(Optional::stream).findFirst();
    }

    /** What came by telephone or on paper is its writer's until it is sent. */
    private boolean writesForAnother(Verb verb) {
        return booking.isDraftOf(account) && verb.isOf(Verb.Side.OCCUPANT);
    }

    /** Each right that the account holds: for whom it stands in, or empty when it is its own. */
    private Stream<Optional<String>> grounds(Verb verb) {
        return verb.rights().stream()
                .flatMap(right -> booking.parties().stream()
                        .filter(party -> right.side().includes(party.role))
                        .map(party -> given.get(party.organisationId))
                        .filter(authority ->
                                authority != null && authority.all().containsAll(right.needed()))
                        .map(authority -> authority.onBehalfOf(right.needed())));
    }
}

package fr.terrain.notification;

import fr.terrain.booking.BookingStatus;
import fr.terrain.booking.Party;
import fr.terrain.booking.Verb;
import fr.terrain.organisation.Capability;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Works out who is told of what happened to a booking: nobody twice, and nobody of what they did themselves. */
final class Recipients {
    private final List<Person> people;
    private final Long officer;
    private final BookingStatus from;

    private Recipients(List<Person> people, Long officer, BookingStatus from) {
        this.people = people;
        this.officer = officer;
        this.from = from;
    }

    /** Somebody who is told, in the words for this audience; {@code always} when their preferences have no say. */
    record Told(Person person, Audience audience, boolean always) {}

    /**
     * Who is told of a verb.
     *
     * @param officer the account in charge of the request, or null
     * @param from the state that the verb left: what was never sent is nobody's business but its owner's
     * @param doer the account that did it, or null for the clock
     */
    static List<Told> of(Verb verb, BookingStatus from, List<Person> people, Long officer, Long doer) {
        Recipients recipients = new Recipients(people, officer, from);
        List<Told> told = new ArrayList<>();
        Set<Long> known = new HashSet<>();
        for (Announcement one : Announcement.of(verb)) {
            for (Person person : recipients.of(one.audience(), verb)) {
                boolean self = doer != null && doer == person.account();
                if ((!self || one.doerToo()) && known.add(person.account()))
                    told.add(new Told(person, one.audience(), one.always()));
            }
        }
        return told;
    }

    private List<Person> of(Audience audience, Verb verb) {
        if (audience != Audience.OCCUPANT && from == BookingStatus.DRAFT && verb != Verb.SUBMIT) return List.of();
        return switch (audience) {
            case OCCUPANT -> where(Party.Role.OCCUPANT);
            case OFFICERS -> officers();
            case LEGAL -> concernsLegal(verb) ? grantors(Capability.LEGAL) : List.of();
            case SIGNATORIES ->
                people.stream()
                        .filter(person -> person.mustSign() && person.may(Capability.SIGN))
                        .toList();
        };
    }

    /** The officer in charge, or whoever stands in; everybody who examines while nobody of them has it. */
    private List<Person> officers() {
        List<Person> inCharge = where(Party.Role.GRANTOR).stream()
                .filter(person -> person.worksAs(officer))
                .toList();
        return inCharge.isEmpty() ? grantors(Capability.INSTRUCT) : inCharge;
    }

    /** A request that was never agreed to never came to the legal team. */
    private boolean concernsLegal(Verb verb) {
        return from.isAgreed() || verb == Verb.APPROVE;
    }

    private List<Person> grantors(Capability capability) {
        return where(Party.Role.GRANTOR).stream()
                .filter(person -> person.may(capability))
                .toList();
    }

    private List<Person> where(Party.Role role) {
        return people.stream().filter(person -> person.role() == role).toList();
    }
}

package fr.terrain.organisation;

import fr.terrain.http.French;
import fr.terrain.http.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** All that the sheet of an organisation shows to one of its members, and what was typed when one of its forms failed. */
public record OrganisationPage(
        Organisation organisation,
        Set<Capability> mine,
        long reader,
        List<Member> members,
        List<Invitation> invitations,
        List<Mandate> mandates,
        List<StandIn> standIns,
        List<OrganisationEvent> events,
        SheetForms form,
        Objection objection,
        Instant now,
        LocalDate today) {
    /** The address of this page, under which its forms are sent. */
    public String base() {
        return "/mes-organisations/" + organisation.id;
    }

    public boolean manages() {
        return mine.contains(Capability.MANAGE_MEMBERS);
    }

    public boolean me(Member member) {
        return member.accountId() == reader;
    }

    public Capability[] capabilities() {
        return Capability.values();
    }

    /** What a capability lets one do, to choose. */
    public String hint(Capability capability) {
        return Words.say("capability." + capability);
    }

    public boolean chosen(String typed, Member member) {
        return Long.toString(member.accountId()).equals(typed);
    }

    /** Whether a stand-in can be named: it takes two. */
    public boolean several() {
        return members.size() > 1;
    }

    public boolean expired(Invitation invitation) {
        return invitation.isExpired(now);
    }

    public boolean over(Mandate mandate) {
        return mandate.isOver(today);
    }

    public boolean running(StandIn standIn) {
        return !standIn.firstDay().isAfter(today);
    }

    /** What is said of the check of its identity. */
    public String identity() {
        return switch (organisation.identity()) {
            case CHECKED -> "Vérifiée le " + French.date(organisation.verifiedAt()) + ".";
            case TO_CHECK ->
                "La Métropole vérifie cette identité avant la première convention. Vous pouvez demander dès maintenant.";
            case REFUSED -> organisation.refusal();
        };
    }
}

package fr.terrain.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/** An organisation as the API shows it to its members, and to who checks it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrganisationView(
        long id,
        String name,
        String legalForm,
        Organisation.Kind kind,
        String siret,
        String rna,
        String foreignNumber,
        String address,
        String contact,
        Organisation.Identity identity,
        Instant verifiedAt,
        String refusal,
        boolean visaRequired,
        int version) {

    static OrganisationView of(Organisation one) {
        return new OrganisationView(
                one.id,
                one.name,
                one.legalForm,
                one.kind,
                one.siret,
                one.rna,
                one.foreignNumber,
                one.address,
                one.contact,
                one.identity(),
                one.verifiedAt(),
                one.refusal(),
                one.isVisaRequired(),
                one.version());
    }

    /** A member; the address is for who manages the members. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MemberView(
            long account, String name, String email, Set<Capability> capabilities, Instant since, int version) {
        static MemberView of(Member one, boolean manages) {
            return new MemberView(
                    one.accountId(),
                    one.name(),
                    manages ? one.email() : null,
                    new TreeSet<>(one.capabilities()),
                    one.since(),
                    one.version());
        }
    }

    /** An invitation that waits; its link is nowhere but in the mail. */
    public record InvitationView(
            long id, String email, Set<Capability> capabilities, Instant invitedAt, Instant expiresAt) {
        static InvitationView of(Invitation one) {
            return new InvitationView(
                    one.id, one.email, new TreeSet<>(one.capabilities()), one.invitedAt(), one.expiresAt());
        }
    }

    /** Who stands in for whom; local dates of Europe/Paris, both included. */
    public record StandInView(long id, long absent, long standIn, LocalDate firstDay, LocalDate lastDay) {
        static StandInView of(StandIn one) {
            return new StandInView(one.id(), one.absentId(), one.standInId(), one.firstDay(), one.lastDay());
        }
    }

    /** Something that happened. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EventView(long id, OrganisationEvent.Kind kind, String by, String about, Instant at) {
        static EventView of(OrganisationEvent one) {
            return new EventView(one.id(), one.kind(), one.by(), one.about(), one.occurredAt());
        }
    }
}

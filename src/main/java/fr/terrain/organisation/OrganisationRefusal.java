package fr.terrain.organisation;

import fr.terrain.Refusal;
import fr.terrain.http.French;
import java.time.Instant;

/** What an organisation may not do. */
public class OrganisationRefusal extends Refusal {
    /** Why not. */
    public enum Reason {
        SIRET_TAKEN,
        NUMBER_TAKEN,
        NO_NUMBER,
        ALREADY_CHECKED,
        LAST_MANAGER,
        ALREADY_MEMBER,
        ALREADY_INVITED,
        TOO_MANY_INVITATIONS,
        INVITATION_USED,
        INVITATION_REVOKED,
        INVITATION_EXPIRED,
        NOT_BOTH_MEMBERS,
        STAND_IN_OVERLAPS,
        STAND_IN_CHAIN
    }

    OrganisationRefusal(Reason reason, String detail) {
        super(reason, detail);
    }

    /** Somebody has opened it already, and its identity was checked. */
    public static OrganisationRefusal takenSiret() {
        return new OrganisationRefusal(
                Reason.SIRET_TAKEN,
                "Une organisation porte déjà ce SIRET : demandez à l’un de ses membres de vous y inscrire.");
    }

    static OrganisationRefusal takenNumber(Organisation holder) {
        return new OrganisationRefusal(
                Reason.NUMBER_TAKEN,
                "Ce numéro est celui de « %s », vérifiée le %s : une seule organisation vérifiée porte un numéro."
                        .formatted(holder.name, French.date(holder.verifiedAt())));
    }

    static OrganisationRefusal noNumber() {
        return new OrganisationRefusal(
                Reason.NO_NUMBER,
                "Cette organisation n’a ni SIRET, ni numéro RNA, ni numéro étranger : il n’y a rien à vérifier.");
    }

    static OrganisationRefusal alreadyChecked() {
        return new OrganisationRefusal(Reason.ALREADY_CHECKED, "L’identité de cette organisation est déjà vérifiée.");
    }

    static OrganisationRefusal lastManager() {
        return new OrganisationRefusal(
                Reason.LAST_MANAGER,
                "C’est la dernière personne qui gère les membres : donnez d’abord ce droit à quelqu’un d’autre.");
    }

    static OrganisationRefusal alreadyMember(String name) {
        return new OrganisationRefusal(Reason.ALREADY_MEMBER, "Vous êtes déjà membre de « %s ».".formatted(name));
    }

    static OrganisationRefusal alreadyInvited() {
        return new OrganisationRefusal(
                Reason.ALREADY_INVITED,
                "Une invitation court déjà pour cette adresse : renvoyez‑la, ou annulez‑la avant d’en faire une autre.");
    }

    static OrganisationRefusal tooManyInvitations(int most) {
        return new OrganisationRefusal(
                Reason.TOO_MANY_INVITATIONS,
                "%d invitations sont en attente, c’est le plus : annulez‑en une d’abord.".formatted(most));
    }

    static OrganisationRefusal invitationUsed(Instant at) {
        return new OrganisationRefusal(
                Reason.INVITATION_USED, "Cette invitation a déjà servi, le %s.".formatted(French.dateTime(at)));
    }

    static OrganisationRefusal invitationRevoked() {
        return new OrganisationRefusal(
                Reason.INVITATION_REVOKED,
                "Cette invitation a été annulée. Demandez à l’organisation de vous en envoyer une autre.");
    }

    static OrganisationRefusal invitationExpired(Instant at) {
        return new OrganisationRefusal(
                Reason.INVITATION_EXPIRED,
                "Cette invitation a expiré le %s. Demandez à l’organisation de vous la renvoyer."
                        .formatted(French.date(at)));
    }

    static OrganisationRefusal notBothMembers() {
        return new OrganisationRefusal(
                Reason.NOT_BOTH_MEMBERS, "Les deux personnes doivent être membres de l’organisation.");
    }

    static OrganisationRefusal standInOverlaps() {
        return new OrganisationRefusal(
                Reason.STAND_IN_OVERLAPS,
                "Une autre suppléance de la même personne couvre une partie de ces jours : terminez‑la d’abord.");
    }

    static OrganisationRefusal standInChain() {
        return new OrganisationRefusal(
                Reason.STAND_IN_CHAIN,
                "Une personne absente ne peut suppléer quelqu’un les mêmes jours : choisissez une autre personne ou d’autres jours.");
    }
}

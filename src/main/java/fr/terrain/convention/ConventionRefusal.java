package fr.terrain.convention;

import fr.terrain.Refusal;
import fr.terrain.document.Typography;

/** What cannot be done to a convention. */
public class ConventionRefusal extends Refusal {
    /** Why not. */
    public enum Reason {
        NOT_VERIFIED,
        NO_SIGNATORY,
        OTHER_VERSION,
        NO_CONSENT,
        NOT_A_SIGNATORY,
        ALREADY_SIGNED
    }

    private ConventionRefusal(Reason reason, String detail) {
        super(reason, Typography.harden(detail));
    }

    @Override
    public int status() {
        return reason() == Reason.NOT_A_SIGNATORY ? 403 : 409;
    }

    static ConventionRefusal notVerified(String organisation) {
        return new ConventionRefusal(
                Reason.NOT_VERIFIED,
                "« " + organisation
                        + " » n’est pas encore vérifiée : faites contrôler son identité avant d’émettre la convention.");
    }

    static ConventionRefusal noSignatory(String organisation) {
        return new ConventionRefusal(
                Reason.NO_SIGNATORY,
                "« " + organisation + " » n’a pas de signataire désigné : indiquez son nom et sa qualité.");
    }

    static ConventionRefusal otherVersion() {
        return new ConventionRefusal(
                Reason.OTHER_VERSION,
                "Le texte affiché n’est pas celui qui est émis : rechargez la page et relisez la convention avant de signer.");
    }

    static ConventionRefusal noConsent() {
        return new ConventionRefusal(Reason.NO_CONSENT, "Cochez votre consentement : sans lui, rien n’est signé.");
    }

    static ConventionRefusal alreadySigned() {
        return new ConventionRefusal(
                Reason.ALREADY_SIGNED, "Vous avez signé cette convention : une signature donnée ne se refuse plus.");
    }

    static ConventionRefusal notASignatory() {
        return new ConventionRefusal(
                Reason.NOT_A_SIGNATORY, "Vous ne pouvez signer pour aucune des parties de cette convention.");
    }
}

package fr.terrain.organisation;

import fr.terrain.Refusal;

/** What an organisation may not do. */
public class OrganisationRefusal extends Refusal {
    /** Why not. */
    public enum Reason {
        SIRET_TAKEN
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
}

package fr.terrain.convention;

import fr.terrain.convention.ConventionInputs.Contact;
import fr.terrain.convention.ConventionInputs.Party;
import fr.terrain.convention.ConventionInputs.PartyKind;
import fr.terrain.convention.ConventionInputs.Signatory;

/** Plainly invented parties to a convention. */
final class PartySamples {
    private PartySamples() {}

    static Party grantor() {
        return new Party(
                "Métropole (démonstration)",
                "établissement public de coopération intercommunale",
                "10000001700010",
                "1 place de l’Exemple, 13000 Exempleville",
                PartyKind.LOCAL_AUTHORITY,
                new Signatory(
                        "Signataire Démonstration",
                        "vice-présidente déléguée à l’innovation",
                        "l’arrêté de délégation n° 26-001 du 9 juillet 2026"),
                null);
    }

    static Party partner() {
        return new Party(
                "Laboratoire partenaire (démonstration)",
                "société anonyme",
                "30000003100017",
                "8 avenue de l’Œuvre, 13000 Exempleville",
                PartyKind.COMPANY,
                new Signatory(
                        "Partenaire Démonstration",
                        "directeur général",
                        "la décision du conseil d’administration du 3 mars 2026"),
                null);
    }

    static Party occupant() {
        return new Party(
                "Navettes & Cie (démonstration)",
                "société par actions simplifiée",
                "20000002400014",
                "3 rue du Cœur-Volant, 13000 Exempleville",
                PartyKind.COMPANY,
                new Signatory("Porteur Démonstration", "président", null),
                new Contact("Porteuse Démonstration", "directrice des essais"));
    }

    static Party association() {
        return new Party(
                "Écoute des fonds (démonstration)",
                "association régie par la loi du 1er juillet 1901",
                "20000002400014",
                "3 rue du Cœur-Volant, 13000 Exempleville",
                PartyKind.ASSOCIATION,
                new Signatory("Porteur Démonstration", "présidente", "les statuts du 4 avril 2020"),
                new Contact("Porteuse Démonstration", "responsable des essais"));
    }
}

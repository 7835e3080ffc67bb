package fr.terrain.convention;

import fr.terrain.convention.ConventionInputs.Award;
import fr.terrain.convention.ConventionInputs.EconomicNature;
import fr.terrain.convention.ConventionInputs.Fee;
import fr.terrain.convention.ConventionInputs.FeeLine;
import fr.terrain.convention.ConventionInputs.Gratuity;
import fr.terrain.convention.ConventionInputs.Insurance;
import fr.terrain.convention.ConventionInputs.OtherParty;
import fr.terrain.convention.ConventionInputs.OtherRole;
import fr.terrain.convention.ConventionInputs.Permit;
import fr.terrain.convention.ConventionInputs.PermitStatus;
import fr.terrain.convention.ConventionInputs.Project;
import fr.terrain.convention.ConventionInputs.Route;
import fr.terrain.convention.ConventionInputs.Signatory;
import fr.terrain.convention.ConventionInputs.Slot;
import fr.terrain.convention.ConventionInputs.Technique;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Plainly invented conventions, one for each family of variants. */
final class ConventionSamples {
    private static final String TEMPLATE = "mise-a-disposition 2026-11";

    private ConventionSamples() {}

    /** Public domain, paid, permits asked, forest massif in summer, personal data and camera. */
    static ConventionInputs publicDomain() {
        return new ConventionInputs(
                "TER-2027-0001",
                "2027-0001",
                1,
                TEMPLATE,
                LocalDate.of(2027, 4, 12),
                true,
                PartySamples.grantor(),
                PartySamples.occupant(),
                List.of(),
                SiteSamples.road(),
                shuttle(),
                List.of(
                        slot("2027-05-03T08:00", "2027-05-14T18:00"),
                        slot("2027-05-18T08:00", "2027-05-18T12:30"),
                        slot("2027-05-24T08:00", "2027-06-04T18:00")),
                LocalDateTime.parse("2027-05-01T08:00"),
                LocalDateTime.parse("2027-06-07T18:00"),
                new Award(
                        EconomicNature.NO,
                        Route.PUBLICITY,
                        "avis publié du 1er au 30 mars 2027 sur le site du Gestionnaire ; aucune autre manifestation d’intérêt n’a été reçue."),
                paid(),
                insurance(),
                List.of(
                        new Permit(
                                "Maire de la commune",
                                "Arrêté de police de la circulation",
                                PermitStatus.ASKED,
                                "demande du 2 avril 2027"),
                        new Permit(
                                "Ministère chargé des transports",
                                "Autorisation de circulation à délégation de conduite",
                                PermitStatus.GRANTED,
                                "n° 2027-014"),
                        new Permit(
                                "Délégué à la protection des données",
                                "Avis sur l’analyse d’impact",
                                PermitStatus.TO_ASK,
                                null)),
                Court.MARSEILLE);
    }

    /** Private domain, free loan, no permit, no perimeter, approximate position. */
    static ConventionInputs privateLoan() {
        ConventionInputs base = publicDomain();
        Project project = new Project(
                "Mesure du bruit intérieur",
                "mesurer le bruit d’une ventilation silencieuse.",
                "Trois sonomètres sont posés pendant une journée.",
                List.of(),
                null,
                2,
                false);
        return new ConventionInputs(
                "TER-2027-0002",
                "2027-0002",
                1,
                TEMPLATE,
                LocalDate.of(2027, 1, 4),
                true,
                PartySamples.partner(),
                PartySamples.occupant(),
                List.of(),
                SiteSamples.hall(),
                project,
                List.of(slot("2027-02-01T09:00", "2027-02-02T00:00")),
                null,
                null,
                new Award(EconomicNature.NO, Route.OUT_OF_SCOPE, "domaine privé."),
                new Fee(
                        List.of(),
                        new BigDecimal("0.00"),
                        new Gratuity("code civil, article 1876.", "intérêt pour la santé des occupants du bâtiment.")),
                base.insurance(),
                List.of(),
                Court.JUDICIAL);
    }

    /** Port, drone and radio in controlled airspace, three parties, free for an association. */
    static ConventionInputs port() {
        ConventionInputs base = publicDomain();
        Project project = new Project(
                "Relevé acoustique par drone marin et aérien",
                "comparer deux relevés du bruit sous-marin.",
                "Phase 1 : calage des capteurs à quai.\nPhase 2 : relevés en mer, hors chenal.\nPhase 3 : survol et comparaison.",
                List.of(Technique.DRONE, Technique.RADIO),
                6,
                4,
                true);
        return new ConventionInputs(
                "TER-2027-0003",
                "2027-0003",
                2,
                TEMPLATE,
                LocalDate.of(2027, 2, 15),
                true,
                PartySamples.grantor(),
                PartySamples.association(),
                List.of(new OtherParty(
                        OtherRole.OWNER,
                        "Port départemental (démonstration)",
                        "établissement public",
                        "30000003100017",
                        "1 quai de l’Exemple, 13000 Exempleville",
                        new Signatory("Directeur Démonstration", "directeur", "la décision n° 12 du 5 janvier 2027"))),
                SiteSamples.quay(),
                project,
                List.of(slot("2027-03-01T08:00", "2027-03-05T18:00")),
                null,
                LocalDateTime.parse("2027-03-06T12:00"),
                new Award(
                        EconomicNature.NO,
                        Route.DIRECT,
                        "une seule personne est en mesure d’occuper la dépendance ; motifs publiés le 1er février 2027."),
                new Fee(
                        List.of(),
                        new BigDecimal("0.00"),
                        new Gratuity(
                                "association à but non lucratif qui concourt à la satisfaction d’un intérêt général.",
                                "l’association étudie le bruit sous-marin et publie ses relevés.")),
                base.insurance(),
                List.of(new Permit("Capitainerie", "Avis", PermitStatus.GRANTED, null)),
                Court.MARSEILLE);
    }

    private static Insurance insurance() {
        return new Insurance(new BigDecimal("1500000"), new BigDecimal("500000"));
    }

    private static Fee paid() {
        return new Fee(
                List.of(
                        new FeeLine(
                                "Boucle d’essais, expérimentation sans recette",
                                "Occupations du domaine public",
                                "ECO 012-2026/CM",
                                LocalDate.of(2026, 12, 10),
                                new BigDecimal("25"),
                                "jour",
                                new BigDecimal("45.50"),
                                new BigDecimal("1137.50")),
                        new FeeLine(
                                "Local technique",
                                "Occupations du domaine public",
                                "ECO 012-2026/CM",
                                LocalDate.of(2026, 12, 10),
                                new BigDecimal("60"),
                                "m²",
                                new BigDecimal("2.10"),
                                new BigDecimal("126.00"))),
                new BigDecimal("1263.50"),
                null);
    }

    private static Project shuttle() {
        return new Project(
                "Navette autonome de quartier",
                "vérifier qu’une navette automatisée de six places s’insère sans gêne aux carrefours, par temps sec et sous la pluie.",
                """
                Semaine 1 : reconnaissance de la boucle à 10 km/h, opérateur à bord, sans autre véhicule.
                Semaines 2 et 3 : franchissement des carrefours à feux, à vide puis en charge (lest de 450 kg), jusqu’à 25 km/h ; arrêt d’urgence vérifié chaque matin.
                Semaine 4 : essais sous pluie simulée, mesure des distances d’arrêt.
                Indicateurs : taux de franchissement sans reprise en main, distance d’arrêt, nombre d’incidents.""",
                List.of(Technique.VEHICLE, Technique.PERSONAL_DATA, Technique.CAMERA),
                7,
                8,
                false);
    }

    private static Slot slot(String start, String end) {
        return new Slot(LocalDateTime.parse(start), LocalDateTime.parse(end));
    }
}

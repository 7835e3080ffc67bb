package fr.terrain.convention;

import fr.terrain.convention.ConventionInputs.Area;
import fr.terrain.convention.ConventionInputs.Award;
import fr.terrain.convention.ConventionInputs.Confidence;
import fr.terrain.convention.ConventionInputs.Constraint;
import fr.terrain.convention.ConventionInputs.Contact;
import fr.terrain.convention.ConventionInputs.Domain;
import fr.terrain.convention.ConventionInputs.EconomicNature;
import fr.terrain.convention.ConventionInputs.Fee;
import fr.terrain.convention.ConventionInputs.FeeLine;
import fr.terrain.convention.ConventionInputs.Gratuity;
import fr.terrain.convention.ConventionInputs.Insurance;
import fr.terrain.convention.ConventionInputs.Landmark;
import fr.terrain.convention.ConventionInputs.OtherParty;
import fr.terrain.convention.ConventionInputs.OtherRole;
import fr.terrain.convention.ConventionInputs.Party;
import fr.terrain.convention.ConventionInputs.PartyKind;
import fr.terrain.convention.ConventionInputs.Permit;
import fr.terrain.convention.ConventionInputs.PermitStatus;
import fr.terrain.convention.ConventionInputs.Position;
import fr.terrain.convention.ConventionInputs.Project;
import fr.terrain.convention.ConventionInputs.Route;
import fr.terrain.convention.ConventionInputs.Signatory;
import fr.terrain.convention.ConventionInputs.Site;
import fr.terrain.convention.ConventionInputs.Slot;
import fr.terrain.convention.ConventionInputs.Space;
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
                grantor(),
                occupant(),
                List.of(),
                road(),
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
        Site site = new Site(
                "Ancienne halle (démonstration)",
                "technopole",
                "Vitrolles",
                "13117",
                "Bouches-du-Rhône",
                Domain.PRIVATE,
                null,
                new Position(5.2540, 43.4360),
                Confidence.LOW,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                List.of(new Space("Halle", null)),
                surroundings());
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
                partner(),
                occupant(),
                List.of(),
                site,
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
        Site site = new Site(
                "Quai d’essai (démonstration)",
                "port",
                "La Ciotat",
                "13028",
                "Bouches-du-Rhône",
                Domain.MARITIME_PORT,
                InputsJson.area("""
                        {"type":"Polygon","coordinates":[[[5.6095,43.1745],[5.6112,43.1748],[5.6114,43.1741],[5.6097,43.1738],[5.6095,43.1745]]]}"""),
                new Position(5.6094, 43.1741),
                Confidence.HIGH,
                new BigDecimal("9800"),
                "par le quai, après accueil à la capitainerie.",
                List.of("borne électrique de 16 A ;", "poste d’amarrage de 12 m."),
                List.of(
                        new Constraint(
                                "PORT", "Police du port", "Avis de la capitainerie, interruption selon la météo."),
                        new Constraint(
                                "CTR",
                                "Espace aérien contrôlé",
                                "Protocole avec l’organisme de contrôle avant tout vol."),
                        new Constraint("N2000", "Natura 2000", "Évaluation des incidences."),
                        new Constraint("EVENT", "Régates", "Site fermé les jours de régate.")),
                null,
                null,
                List.of(),
                surroundings());
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
                grantor(),
                association(),
                List.of(new OtherParty(
                        OtherRole.OWNER,
                        "Port départemental (démonstration)",
                        "établissement public",
                        "30000003100017",
                        "1 quai de l’Exemple, 13000 Exempleville",
                        new Signatory("Directeur Démonstration", "directeur", "la décision n° 12 du 5 janvier 2027"))),
                site,
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

    private static Party grantor() {
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

    private static Party partner() {
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

    private static Party occupant() {
        return new Party(
                "Navettes & Cie (démonstration)",
                "société par actions simplifiée",
                "20000002400014",
                "3 rue du Cœur-Volant, 13000 Exempleville",
                PartyKind.COMPANY,
                new Signatory("Porteur Démonstration", "président", null),
                new Contact("Porteuse Démonstration", "directrice des essais"));
    }

    private static Party association() {
        return new Party(
                "Écoute des fonds (démonstration)",
                "association régie par la loi du 1er juillet 1901",
                "20000002400014",
                "3 rue du Cœur-Volant, 13000 Exempleville",
                PartyKind.ASSOCIATION,
                new Signatory("Porteur Démonstration", "présidente", "les statuts du 4 avril 2020"),
                new Contact("Porteuse Démonstration", "responsable des essais"));
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

    private static Site road() {
        Area loop = InputsJson.area("""
                {"type":"Polygon","coordinates":[
                  [[5.2490,43.4400],[5.2560,43.4425],[5.2605,43.4390],[5.2570,43.4352],[5.2508,43.4358],[5.2490,43.4400]],
                  [[5.2535,43.4395],[5.2555,43.4398],[5.2560,43.4385],[5.2540,43.4380],[5.2535,43.4395]]]}""");
        Area hall = InputsJson.area("""
                {"type":"Polygon","coordinates":[[[5.2510,43.4370],[5.2530,43.4372],[5.2531,43.4364],[5.2511,43.4362],[5.2510,43.4370]]]}""");
        return new Site(
                "Boucle d’essais (démonstration)",
                "technopole",
                "Vitrolles",
                "13117",
                "Bouches-du-Rhône",
                Domain.PUBLIC,
                loop,
                new Position(5.2508, 43.4358),
                Confidence.HIGH,
                new BigDecimal("412500"),
                "par le rond-point sud, barrière ouverte de 7 h à 19 h ; stationnement au local technique.",
                List.of(
                        "boucle routière fermée de 1,8 km avec deux carrefours à feux ;",
                        "local technique de 60 m², raccordé à la fibre et au réseau électrique (36 kVA) ;",
                        "mât de 12 m destiné aux antennes."),
                List.of(
                        new Constraint(
                                "MASSIF_ETE",
                                "Massif forestier en été",
                                "Accès et travaux selon le niveau de danger publié la veille."),
                        new Constraint(
                                "CHANTIER", "Travaux", "L’emprise peut être déplacée selon les phases du chantier."),
                        new Constraint("CTR", "Espace aérien contrôlé", "Aucun vol sans protocole.")),
                "Port des chaussures de sécurité au local technique.\nVitesse limitée à 30 km/h sur la boucle.",
                "Le directeur du technopôle décide. Réponse habituelle en 15 jours.",
                List.of(new Space("Boucle routière", null), new Space("Local technique", hall)),
                surroundings());
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

    private static List<Landmark> surroundings() {
        return List.of(
                mark("Vitrolles", 5.25, 43.45),
                mark("Rognac", 5.23, 43.487),
                mark("Marignane", 5.214, 43.416),
                mark("Saint-Victoret", 5.241, 43.424),
                mark("Les Pennes-Mirabeau", 5.31, 43.41),
                mark("Cabriès", 5.36, 43.44),
                mark("Gignac-la-Nerthe", 5.235, 43.392),
                mark("Velaux", 5.255, 43.52),
                mark("La Ciotat", 5.61, 43.19),
                mark("Cassis", 5.55, 43.22),
                mark("Ceyreste", 5.64, 43.215),
                mark("Roquefort-la-Bédoule", 5.60, 43.25));
    }

    private static Landmark mark(String name, double lon, double lat) {
        return new Landmark(name, new Position(lon, lat));
    }

    private static Slot slot(String start, String end) {
        return new Slot(LocalDateTime.parse(start), LocalDateTime.parse(end));
    }
}

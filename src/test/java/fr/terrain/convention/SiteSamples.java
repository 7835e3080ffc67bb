package fr.terrain.convention;

import fr.terrain.convention.ConventionInputs.Area;
import fr.terrain.convention.ConventionInputs.Confidence;
import fr.terrain.convention.ConventionInputs.Constraint;
import fr.terrain.convention.ConventionInputs.Domain;
import fr.terrain.convention.ConventionInputs.Landmark;
import fr.terrain.convention.ConventionInputs.Position;
import fr.terrain.convention.ConventionInputs.Site;
import fr.terrain.convention.ConventionInputs.Space;
import java.math.BigDecimal;
import java.util.List;

/** Plainly invented sites: a road with a perimeter, a hall known by a point alone, a quay. */
final class SiteSamples {
    private SiteSamples() {}

    static Site road() {
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

    static Site hall() {
        return new Site(
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
    }

    static Site quay() {
        return new Site(
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
}

package fr.terrain.convention;

import fr.terrain.booking.Technique;
import fr.terrain.convention.ConventionInputs.Permit;
import fr.terrain.convention.ConventionInputs.PermitStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The permits that a technique or a constraint of the place calls for; none is in hand until its reference is filed. */
final class PermitList {
    private record Needed(String authority, String object) {}

    private static final Map<Technique, Needed> BY_TECHNIQUE = Map.of(
            Technique.DRONE, new Needed("Préfecture", "Déclaration de vol d’aéronef sans équipage en zone peuplée"),
            Technique.RADIO,
                    new Needed("Arcep et ANFR", "Droit d’utiliser les fréquences, ou preuve d’une bande libre"),
            Technique.CAMERA,
                    new Needed("Préfecture", "Autorisation de vidéoprotection si la prise de vue relève de ce régime"),
            Technique.VEHICLE,
                    new Needed(
                            "Autorité de police de la circulation",
                            "Arrêté de circulation et titre d’essai du véhicule"),
            Technique.ENERGY,
                    new Needed(
                            "Service départemental d’incendie et de secours",
                            "Information sur les quantités et les zones à risque"),
            Technique.DISCHARGE, new Needed("Gestionnaire du réseau", "Autorisation de rejet"),
            Technique.WORKS,
                    new Needed(
                            "Exploitants de réseaux", "Réponses aux déclarations de travaux et permission de voirie"),
            Technique.PUBLIC_PRESENT, new Needed("Commune", "Dossier de sécurité pour l’accueil du public"));

    private static final Map<String, Needed> BY_CONSTRAINT = byConstraint();

    private PermitList() {}

    static List<Permit> of(Collection<Technique> techniques, Collection<String> constraints) {
        List<Needed> needed = new ArrayList<>();
        techniques.stream()
                .sorted()
                .map(BY_TECHNIQUE::get)
                .filter(java.util.Objects::nonNull)
                .forEach(needed::add);
        BY_CONSTRAINT.forEach((code, permit) -> {
            if (constraints.contains(code)) needed.add(permit);
        });
        return needed.stream()
                .distinct()
                .map(permit -> new Permit(permit.authority(), permit.object(), PermitStatus.TO_ASK, null))
                .toList();
    }

    private static Map<String, Needed> byConstraint() {
        Map<String, Needed> needed = new LinkedHashMap<>();
        needed.put("PORT", new Needed("Capitainerie", "Avis sur le poste, les manœuvres et la sécurité du plan d’eau"));
        needed.put("PNC_COEUR", new Needed("Direction du parc national", "Autorisation en cœur de parc"));
        needed.put("N2000", new Needed("Service instructeur de l’État", "Évaluation des incidences Natura 2000"));
        needed.put("SITE_CLASSE", new Needed("Préfecture", "Autorisation spéciale en site classé"));
        needed.put("ABF", new Needed("Architecte des Bâtiments de France", "Avis sur les installations"));
        needed.put("SNCF", new Needed("Gestionnaire de la gare", "Accord de l’exploitant ferroviaire"));
        needed.put("RTM", new Needed("Exploitant du réseau urbain", "Accord de l’exploitant"));
        needed.put("ERP", new Needed("Commune", "Utilisation exceptionnelle d’un établissement recevant du public"));
        needed.put("TIERS", new Needed("Propriétaire tiers", "Accord écrit"));
        return needed;
    }
}

package fr.terrain.convention;

import fr.terrain.convention.ConventionInputs.Constraint;
import fr.terrain.convention.ConventionInputs.Domain;
import fr.terrain.convention.ConventionInputs.OtherParty;
import fr.terrain.convention.ConventionInputs.OtherRole;
import fr.terrain.convention.ConventionInputs.PartyKind;
import fr.terrain.convention.ConventionInputs.Slot;
import fr.terrain.convention.ConventionInputs.Technique;
import fr.terrain.rule.Facts;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The facts that conditions of clauses may ask, drawn from the inputs: every name is always known. */
final class ConventionFacts {
    /** Names that a condition may use. */
    static final Set<String> NAMES = Set.of(
            "site.domaine",
            "site.contraintes",
            "site.contraintes_nombre",
            "site.insee",
            "site.equipements",
            "site.espaces",
            "site.position",
            "projet.techniques",
            "projet.public",
            "projet.trl",
            "sejour.debut",
            "sejour.fin",
            "sejour.jours",
            "sejour.mois",
            "attribution.voie",
            "attribution.economique",
            "redevance.mode",
            "gestionnaire.nature",
            "occupant.nature",
            "parties.roles",
            "autorisations.nombre",
            "tribunal",
            "demonstration");

    private ConventionFacts() {}

    static Facts of(ConventionInputs inputs) {
        ConventionInputs.Site site = inputs.site();
        Facts facts = Facts.none()
                .with("site.domaine", domain(site.domain()))
                .with(
                        "site.contraintes",
                        site.constraints().stream().map(Constraint::code).toList())
                .with("site.contraintes_nombre", site.constraints().size())
                .with("site.insee", site.insee())
                .with("site.equipements", !site.equipment().isEmpty())
                .with("site.espaces", site.spaces().size())
                .with(
                        "site.position",
                        site.positionConfidence() == ConventionInputs.Confidence.LOW ? "approchee" : "sure")
                .with(
                        "projet.techniques",
                        inputs.project().techniques().stream()
                                .map(ConventionFacts::technique)
                                .toList())
                .with("projet.public", inputs.project().publicPresent())
                .with(
                        "projet.trl",
                        inputs.project().trl() == null ? 0 : inputs.project().trl());
        return agreement(stay(facts, inputs), inputs);
    }

    private static Facts stay(Facts facts, ConventionInputs inputs) {
        LocalDateTime start = start(inputs), end = end(inputs);
        return facts.with("sejour.debut", start.toLocalDate())
                .with("sejour.fin", lastDay(end))
                .with("sejour.jours", days(inputs))
                .with("sejour.mois", months(start.toLocalDate(), lastDay(end)));
    }

    private static Facts agreement(Facts facts, ConventionInputs inputs) {
        return facts.with(
                        "attribution.voie",
                        switch (inputs.award().route()) {
                            case PUBLICITY -> "publicite";
                            case SELECTION -> "selection";
                            case DIRECT -> "gre_a_gre";
                            case OUT_OF_SCOPE -> "hors_champ";
                        })
                .with(
                        "attribution.economique",
                        switch (inputs.award().economicNature()) {
                            case NO -> "non";
                            case YES -> "oui";
                            case DOUBT -> "doute";
                        })
                .with("redevance.mode", inputs.fee().gratuity() == null ? "payante" : "gratuite")
                .with("gestionnaire.nature", kind(inputs.grantor().kind()))
                .with("occupant.nature", kind(inputs.occupant().kind()))
                .with(
                        "parties.roles",
                        inputs.otherParties().stream()
                                .map(OtherParty::role)
                                .map(ConventionFacts::role)
                                .toList())
                .with("autorisations.nombre", inputs.permits().size())
                .with("tribunal", inputs.court().word())
                .with("demonstration", inputs.demonstration());
    }

    /** The first moment of presence, mounting included; throws NoSuchElementException without any slot. */
    static LocalDateTime start(ConventionInputs inputs) {
        LocalDateTime first = inputs.slots().stream()
                .map(Slot::start)
                .min(LocalDateTime::compareTo)
                .orElseThrow();
        return inputs.setupStart() != null && inputs.setupStart().isBefore(first) ? inputs.setupStart() : first;
    }

    /** The last moment of presence, dismantling included. */
    static LocalDateTime end(ConventionInputs inputs) {
        LocalDateTime last = inputs.slots().stream()
                .map(Slot::end)
                .max(LocalDateTime::compareTo)
                .orElseThrow();
        return inputs.teardownEnd() != null && inputs.teardownEnd().isAfter(last) ? inputs.teardownEnd() : last;
    }

    /** An end at midnight belongs to the day before. */
    static LocalDate lastDay(LocalDateTime end) {
        return end.minusNanos(1).toLocalDate();
    }

    /** Calendar days touched by the slots, each counted once. */
    static long days(ConventionInputs inputs) {
        Set<LocalDate> days = new TreeSet<>();
        for (Slot slot : inputs.slots()) {
            slot.start()
                    .toLocalDate()
                    .datesUntil(lastDay(slot.end()).plusDays(1))
                    .forEach(days::add);
        }
        return days.size();
    }

    private static List<Integer> months(LocalDate from, LocalDate to) {
        Set<Integer> months = new TreeSet<>();
        for (LocalDate day = from.withDayOfMonth(1); !day.isAfter(to) && months.size() < 12; day = day.plusMonths(1)) {
            months.add(day.getMonthValue());
        }
        return List.copyOf(months).stream().sorted().toList();
    }

    private static String domain(Domain domain) {
        return switch (domain) {
            case PUBLIC -> "public";
            case PRIVATE -> "prive";
            case MARITIME_PORT -> "port";
            case MARITIME_NATURAL -> "mer";
        };
    }

    private static String kind(PartyKind kind) {
        return switch (kind) {
            case LOCAL_AUTHORITY -> "collectivite";
            case PUBLIC_BODY -> "public";
            case COMPANY -> "entreprise";
            case ASSOCIATION -> "association";
            case OTHER -> "autre";
        };
    }

    private static String role(OtherRole role) {
        return switch (role) {
            case OWNER -> "proprietaire";
            case FACILITATOR -> "facilitateur";
            case PARTNER -> "partenaire";
        };
    }

    private static String technique(Technique technique) {
        return switch (technique) {
            case DRONE -> "drone";
            case RADIO -> "radio";
            case PERSONAL_DATA -> "donnees_personnelles";
            case CAMERA -> "camera";
            case VEHICLE -> "vehicule";
            case ENERGY -> "energie";
            case DISCHARGE -> "rejets";
            case WORKS -> "travaux";
        };
    }
}

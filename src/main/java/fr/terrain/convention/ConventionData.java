package fr.terrain.convention;

import fr.terrain.convention.ConventionInputs.Contact;
import fr.terrain.convention.ConventionInputs.Fee;
import fr.terrain.convention.ConventionInputs.Gratuity;
import fr.terrain.convention.ConventionInputs.OtherParty;
import fr.terrain.convention.ConventionInputs.Signatory;
import fr.terrain.convention.ConventionInputs.Slot;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The variables that clauses may print, each with how it is drawn from the inputs, in the words of the legal team; what is absent is an empty text. */
final class ConventionData {
    private static final Map<String, Function<ConventionInputs, Object>> VARIABLES = new LinkedHashMap<>();

    static {
        reference();
        parties();
        site();
        project();
        time();
        agreement();
    }

    /** Every name a clause may use. */
    static final Set<String> NAMES = Set.copyOf(VARIABLES.keySet());

    private ConventionData() {}

    static Map<String, Object> of(ConventionInputs inputs) {
        Map<String, Object> data = new LinkedHashMap<>();
        VARIABLES.forEach((name, value) -> data.put(name, or(value.apply(inputs))));
        return data;
    }

    private static void reference() {
        put("numero", ConventionInputs::number);
        put("version_convention", i -> String.valueOf(i.version()));
        put("version_modele", ConventionInputs::template);
        put("dossier_id", ConventionInputs::reference);
        put("date_generation", i -> French.date(i.issuedOn()));
    }

    private static void parties() {
        put("gestionnaire_nom", i -> i.grantor().name());
        put("gestionnaire_forme", i -> i.grantor().legalForm());
        put("gestionnaire_siret", i -> French.siret(i.grantor().siret()));
        put("gestionnaire_adresse", i -> i.grantor().address());
        put("gestionnaire_collectivite", i -> i.grantor().kind() == ConventionInputs.PartyKind.LOCAL_AUTHORITY);
        put("signataire_nom", i -> signatory(i.grantor()).name());
        put("signataire_qualite", i -> signatory(i.grantor()).quality());
        put("acte_habilitation", i -> signatory(i.grantor()).delegationAct());
        put("raison_sociale", i -> i.occupant().name());
        put("forme_juridique", i -> i.occupant().legalForm());
        put("siret", i -> French.siret(i.occupant().siret()));
        put("adresse", i -> i.occupant().address());
        put("representant_nom", i -> signatory(i.occupant()).name());
        put("representant_qualite", i -> signatory(i.occupant()).quality());
        put("representant_pouvoir", i -> signatory(i.occupant()).delegationAct());
        put("contact_operationnel", i -> contact(i.occupant()).name());
        put("contact_qualite", i -> contact(i.occupant()).quality());
        put(
                "partenaires",
                i -> i.otherParties().stream().map(ConventionData::party).toList());
        put("signatures", ConventionData::signatures);
    }

    private static void site() {
        put("site_nom", i -> i.site().name());
        put("site_categorie", i -> i.site().category());
        put("commune", i -> i.site().commune());
        put("insee", i -> i.site().insee());
        put("departement", i -> i.site().department());
        put("emprise_m2", i -> French.number(i.site().area()));
        put("acces", i -> i.site().access());
        put("equipements_pretes", i -> i.site().equipment());
        put(
                "espaces",
                i -> i.site().spaces().stream()
                        .map(ConventionInputs.Space::name)
                        .toList());
        put(
                "contraintes",
                i -> i.site().constraints().stream()
                        .map(c -> row("libelle", c.label(), "effet", c.effect()))
                        .toList());
        put("conditions_usage", i -> i.site().conditions());
        put("mode_emploi", i -> i.site().howTo());
        put("sommets", Coordinates::of);
    }

    private static void project() {
        put("titre", i -> i.project().title());
        put("objet", i -> i.project().purpose());
        put("protocole", i -> i.project().protocol());
        put(
                "techniques",
                i -> i.project().techniques().stream()
                        .map(ConventionWords::technique)
                        .toList());
        put(
                "trl",
                i -> i.project().trl() == null ? "" : String.valueOf(i.project().trl()));
        put("personnel_max", i -> String.valueOf(i.project().people()));
        put("public_present", i -> i.project().publicPresent());
    }

    private static void time() {
        put("date_debut", i -> French.date(ConventionFacts.start(i).toLocalDate()));
        put("date_fin", i -> French.date(ConventionFacts.lastDay(ConventionFacts.end(i))));
        put("duree_jours", i -> ConventionWords.days(ConventionFacts.days(i)));
        put(
                "acces_espaces",
                i -> i.site().spaces().stream()
                        .filter(space -> space.access() != null)
                        .map(space -> row(
                                "nom",
                                space.name(),
                                "debut",
                                French.moment(space.access().from()),
                                "fin",
                                French.end(space.access().to())))
                        .toList());
        put("montage_debut", i -> French.moment(i.setupStart()));
        put("demontage_fin", i -> French.end(i.teardownEnd()));
        put(
                "premier_debut",
                i -> French.moment(i.slots().stream()
                        .map(Slot::start)
                        .min(LocalDateTime::compareTo)
                        .orElseThrow()));
        put(
                "derniere_fin",
                i -> French.end(i.slots().stream()
                        .map(Slot::end)
                        .max(LocalDateTime::compareTo)
                        .orElseThrow()));
        put("creneaux", i -> {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (Slot slot : i.slots()) {
                rows.add(row(
                        "rang",
                        ConventionWords.rank(rows.size() + 1, slot),
                        "debut",
                        French.moment(slot.start()),
                        "fin",
                        French.end(slot.end()),
                        "duree",
                        ConventionWords.length(slot)));
            }
            return rows;
        });
    }

    private static void agreement() {
        put("motif_voie", i -> i.award().reason());
        put("redevance_totale", i -> French.euros(i.fee().total()));
        put(
                "lignes",
                i -> i.fee().lines().stream()
                        .map(l -> row(
                                "libelle",
                                l.label(),
                                "grille",
                                l.grid(),
                                "deliberation",
                                "n° " + l.deliberationNumber() + " du " + French.date(l.deliberationDate()),
                                "quantite",
                                French.number(l.quantity()),
                                "unite",
                                l.unit(),
                                "prix",
                                French.euros(l.unitPrice()),
                                "calcul",
                                ConventionWords.arithmetic(l),
                                "montant",
                                French.euros(l.amount())))
                        .toList());
        put("gratuite_cas", i -> gratuity(i.fee()).item());
        put("gratuite_motif", i -> gratuity(i.fee()).reason());
        put("assurance_corporels", i -> French.euros(i.insurance().bodilyMinimum()));
        put("assurance_materiels", i -> French.euros(i.insurance().materialMinimum()));
        put(
                "autorisations",
                i -> i.permits().stream()
                        .map(p -> row("autorite", p.authority(), "objet", p.object(), "etat", ConventionWords.state(p)))
                        .toList());
    }

    private static Map<String, Object> party(OtherParty party) {
        String role = switch (party.role()) {
            case OWNER -> "le Propriétaire";
            case FACILITATOR -> "le Facilitateur";
            case PARTNER -> "le Partenaire";
        };
        Signatory signatory = party.signatory();
        return row(
                "role",
                role,
                "nom",
                party.name(),
                "forme",
                party.legalForm(),
                "siret",
                French.siret(party.siret()),
                "adresse",
                party.address(),
                "signataire",
                signatory == null ? "" : signatory.name(),
                "qualite",
                signatory == null ? "" : signatory.quality(),
                "acte",
                signatory == null ? "" : signatory.delegationAct());
    }

    private static List<Map<String, Object>> signatures(ConventionInputs inputs) {
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(signature(
                "signature-gestionnaire",
                "Pour le Gestionnaire",
                inputs.grantor().name(),
                signatory(inputs.grantor())));
        rows.add(signature(
                "signature-occupant", "Pour l’Occupant", inputs.occupant().name(), signatory(inputs.occupant())));
        for (OtherParty party : inputs.otherParties()) {
            if (party.signatory() != null) {
                String label = switch (party.role()) {
                    case OWNER -> "Pour le Propriétaire";
                    case FACILITATOR -> "Pour le Facilitateur";
                    case PARTNER -> "Pour le Partenaire";
                };
                rows.add(signature("signature-partie-" + (rows.size() + 1), label, party.name(), party.signatory()));
            }
        }
        return rows;
    }

    private static Map<String, Object> signature(String field, String label, String party, Signatory signatory) {
        return row(
                "champ",
                field,
                "libelle",
                label,
                "partie",
                party,
                "nom",
                signatory.name(),
                "qualite",
                signatory.quality());
    }

    private static Signatory signatory(ConventionInputs.Party party) {
        return party.signatory() == null ? new Signatory("", "", "") : party.signatory();
    }

    private static Contact contact(ConventionInputs.Party party) {
        return party.contact() == null ? new Contact("", "") : party.contact();
    }

    private static Gratuity gratuity(Fee fee) {
        return fee.gratuity() == null ? new Gratuity("", "") : fee.gratuity();
    }

    private static Map<String, Object> row(String... cells) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put(cells[i], or(cells[i + 1]));
        }
        return row;
    }

    private static Object or(Object value) {
        return value == null ? "" : value;
    }

    private static void put(String name, Function<ConventionInputs, Object> value) {
        VARIABLES.put(name, value);
    }
}

package fr.terrain.convention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.document.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConventionTextTest {
    private static final ConventionText TEXT = new ConventionText();

    @Test
    void choosesTheClausesOfThePublicDomain() {
        List<String> codes = codes(TEXT.assemble(ConventionSamples.publicDomain()));
        assertTrue(
                codes.containsAll(List.of(
                        "PRE-A",
                        "DOM-A",
                        "ATT-PUB",
                        "SUS-MASSIF",
                        "SUS-TRAVAUX",
                        "VEH",
                        "FIN-PUB",
                        "RGP",
                        "VIDEO",
                        "AID",
                        "LIT-13",
                        "VIG-COL",
                        "A-REDEVANCE")),
                codes.toString());
        for (String absent : List.of(
                "DOM-B", "DOM-C", "DRONE", "RADIO", "SUS-METEO", "SUS-VIGI", "FIN-GRAT", "LIT-JUD", "SIT-APPROX")) {
            assertFalse(codes.contains(absent), absent);
        }
    }

    @Test
    void choosesTheClausesOfAPrivateLoan() {
        List<String> codes = codes(TEXT.assemble(ConventionSamples.privateLoan()));
        assertTrue(
                codes.containsAll(List.of("PRE-B", "DOM-B", "FIN-PRET", "LIT-JUD", "VIG-AUT", "SIT-APPROX", "AID")),
                codes.toString());
        for (String absent : List.of(
                "DOM-A", "ATT-PUB", "ATT-HORS", "TEC", "RGP", "SUS-MASSIF", "A-REDEVANCE", "LIT-13", "SIT-EQUIP")) {
            assertFalse(codes.contains(absent), absent);
        }
    }

    @Test
    void choosesTheClausesOfAPort() {
        List<String> codes = codes(TEXT.assemble(ConventionSamples.port()));
        assertTrue(
                codes.containsAll(List.of(
                        "DOM-C",
                        "ATT-GRE",
                        "SUS-METEO",
                        "SUS-EVENT",
                        "DRONE",
                        "DRONE-CTR",
                        "RADIO",
                        "PORT-POLICE",
                        "SEC-PUBLIC",
                        "ENV-N2000",
                        "FIN-GRAT")),
                codes.toString());
        for (String absent : List.of("DOM-A", "SUS-MASSIF", "RGP", "VEH", "AID", "FIN-PUB")) {
            assertFalse(codes.contains(absent), absent);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            PUBLIC, 13117, MARSEILLE, tribunal administratif de Marseille
            PUBLIC, 84089, NIMES, tribunal administratif de Nîmes
            MARITIME_NATURAL, 83120, TOULON, tribunal administratif de Toulon
            PRIVATE, 84089, JUDICIAL, tribunal judiciaire territorialement compétent
            """)
    void namesTheCourtOfThePlace(ConventionInputs.Domain domain, String insee, Court court, String words) {
        assertEquals(court, Court.of(domain, insee));
        ConventionInputs inputs = Inputs.change(ConventionSamples.publicDomain(), root -> {
            root.withObject("/site").put("domain", domain.name()).put("insee", insee);
            root.put("court", court.name());
        });
        String all = String.join(" ", TEXT.assemble(inputs).words());
        assertTrue(all.contains(words), words);
    }

    @Test
    void numbersArticlesTheirPartsAndAnnexesAndSaysWhyTheyAreThere() {
        List<ClauseInForce> clauses =
                TEXT.assemble(ConventionSamples.publicDomain()).clauses();
        assertEquals("", clauses.getFirst().number());
        assertEquals("Dans toutes les conventions", find(clauses, "OBJ").why());
        assertEquals("7.1", find(clauses, "SUS-MASSIF").number());
        assertEquals(
                "Parce que : le site est dans un massif forestier et la période touche l’été (site.contraintes = MASSIF_ETE, CHANTIER, CTR ; sejour.mois = 5, 6)",
                plain(find(clauses, "SUS-MASSIF").why()));
        assertEquals("A", find(clauses, "A-PLAN").number());
        assertEquals("D", find(clauses, "A-REDEVANCE").number());
        assertEquals(Clause.Certainty.A, find(clauses, "SUS-MASSIF").certainty());
    }

    @Test
    void refersToTheNumbersOfThisConvention() {
        String port = String.join(" ", TEXT.assemble(ConventionSamples.port()).words());
        assertTrue(port.contains("Les litiges nés du retrait ou de la résiliation relèvent de l’article 30."), port);
        assertTrue(port.contains("Article 30. Différends et juridiction"), port);
    }

    /** The whole text of the demonstration convention, read by a person before it was kept. */
    @Test
    void readsAsItWasApproved() throws Exception {
        AssembledConvention convention = TEXT.assemble(ConventionSamples.publicDomain());
        StringBuilder text = new StringBuilder();
        for (AssembledConvention.Part part : convention.parts()) {
            text.append(part.clause() == null ? "EN-TÊTE" : part.clause().code())
                    .append('\n');
            part.blocks()
                    .forEach(b -> text.append(String.join(" ", fr.terrain.document.Words.of(List.of(b))))
                            .append('\n'));
            text.append('\n');
        }
        Path golden = Path.of("src/test/resources/conventions/public.txt");
        assertEquals(Files.readString(golden, StandardCharsets.UTF_8), text.toString());
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        ConventionInputs inputs = Inputs.change(ConventionSamples.publicDomain(), root -> {
            root.withObject("/grantor/signatory").put("delegationAct", " ");
            root.withObject("/occupant").remove("contact");
            root.withObject("/occupant").put("address", "rue 中, 13000 Exempleville");
            root.withObject("/project").put("protocol", "");
        });
        assertEquals(
                List.of(
                        "convention.md, ligne 12 : Donnée manquante : « acte_habilitation »",
                        "convention.md, ligne 14 : Caractère impossible à imprimer : « 中 » (U+4E2D) dans « adresse »",
                        "001-preambule-public.md, ligne 24 : Donnée manquante : « acte_habilitation »",
                        "040-programme.md, ligne 22 : Donnée manquante : « contact_operationnel »",
                        "040-programme.md, ligne 22 : Donnée manquante : « contact_qualite »",
                        "402-annexe-protocole.md, ligne 15 : Donnée manquante : « protocole »"),
                problems(inputs));
    }

    @Test
    void refusesAFeeThatDoesNotAddUp() {
        assertEquals(
                List.of(
                        "données : Redevance : 25 × 45,50 € ne donne pas 1 137,51 €",
                        "données : Redevance : les lignes donnent 1 263,51 €, le total dit 1 263,50 €"),
                problems(Inputs.change(
                        ConventionSamples.publicDomain(),
                        root -> root.withObject("/fee/lines/0").put("amount", new java.math.BigDecimal("1137.51")))));
    }

    @Test
    void refusesASlotThatEndsBeforeItStartsAndAFeeWithoutLineOrReason() {
        assertEquals(
                List.of("données : Créneau vide ou inversé : 3 mai 2027 à 8 h"),
                problems(Inputs.change(
                        ConventionSamples.publicDomain(),
                        root -> root.withObject("/slots/0").put("end", "2027-05-03T08:00:00"))));
        assertEquals(
                List.of("données : Redevance : soit des lignes de grille, soit une gratuité motivée"),
                problems(Inputs.change(
                        ConventionSamples.publicDomain(),
                        root -> root.withObject("/fee").putArray("lines"))));
    }

    @Test
    void refusesAnotherVersionOfTheModel() {
        assertEquals(
                List.of(
                        "données : Version du modèle : « mise-a-disposition 2025-01 » demandée, « mise-a-disposition 2026-11 » présente"),
                problems(Inputs.change(
                        ConventionSamples.publicDomain(), root -> root.put("template", "mise-a-disposition 2025-01"))));
    }

    @Test
    void writesHtmlThatAStrictPolicyAccepts() {
        String html = TEXT.assemble(ConventionSamples.publicDomain()).html();
        assertTrue(html.startsWith("<article class=\"sheet\" lang=\"fr\">"));
        assertTrue(html.contains("<h3 id=\"DOM\">Article\u00A02. Régime de l’occupation"));
        assertTrue(html.contains("<span class=\"var\">Navette autonome de quartier</span>"));
        assertTrue(html.contains("<a href=\"#SIT\">article\u00A03</a>"));
        assertTrue(html.contains("Navettes &amp; Cie"));
        for (String forbidden : List.of(" style=", "<style", "<script", " on", "javascript:")) {
            assertFalse(
                    html.replaceAll(">[^<]*<", "><")
                            .replaceAll("\"[^\"]*\"", "\"\"")
                            .contains(forbidden),
                    forbidden);
        }
    }

    private static List<String> problems(ConventionInputs inputs) {
        IncompleteConvention error = assertThrows(IncompleteConvention.class, () -> TEXT.assemble(inputs));
        return error.problems().stream().map(Problem::toString).toList();
    }

    private static ClauseInForce find(List<ClauseInForce> clauses, String code) {
        return clauses.stream().filter(c -> c.code().equals(code)).findFirst().orElseThrow();
    }

    private static List<String> codes(AssembledConvention convention) {
        return convention.clauses().stream().map(ClauseInForce::code).toList();
    }

    private static String plain(String text) {
        return text.replace('\u00A0', ' ').replace('\u202F', ' ');
    }
}

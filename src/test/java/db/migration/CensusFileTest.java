package db.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.terrain.FrenchTypography;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The census file and the code files, read as they are, against counts taken by hand from the survey. */
class CensusFileTest {
    private static final Map<String, Integer> CATEGORIES = Map.ofEntries(
            Map.entry("technopole", 16),
            Map.entry("port", 35),
            Map.entry("pole_echanges", 28),
            Map.entry("espace_naturel", 22),
            Map.entry("projet_amenagement", 14),
            Map.entry("lab_5g", 2),
            Map.entry("lab_iot", 1),
            Map.entry("lab_innovation", 2),
            Map.entry("lab_maritime", 2),
            Map.entry("lab_drones", 1),
            Map.entry("plateforme_industrielle", 6),
            Map.entry("infrastructure_metropolitaine", 7));

    private final List<JsonNode> entries = list(json("census.geojson").get("features"));

    @Test
    void holdsTheSurvey() {
        assertEquals(136, entries.size());
        assertEquals(136, values("id").size());
        assertEquals(CATEGORIES, count("category"));
        assertEquals(Map.of("HIGH", 46, "MEDIUM", 49, "LOW", 41), count("positionConfidence"));
        assertEquals(Map.of("true", 81, "false", 55), count("knowledgeOnly"));
        assertEquals(36, values("insee").size());
    }

    @Test
    void namesEachFeatureTwiceTheSame() {
        for (JsonNode entry : entries)
            assertEquals(entry.get("id"), entry.get("properties").get("id"));
    }

    @Test
    void staysInsideTheTerritory() {
        for (JsonNode entry : entries) {
            JsonNode point = entry.get("geometry").get("coordinates");
            assertEquals(2, point.size(), entry.get("id")::asText);
            assertTrue(point.get(0).asDouble() > 4.73 && point.get(0).asDouble() < 5.82, entry.get("id")::asText);
            assertTrue(point.get(1).asDouble() > 43.15 && point.get(1).asDouble() < 43.78, entry.get("id")::asText);
        }
    }

    @Test
    void writesCoordinatesWithFourToSixDecimals() {
        var coordinates = Pattern.compile("\"coordinates\": \\[(-?\\d+\\.\\d{4,6}), (-?\\d+\\.\\d{4,6})]")
                .matcher(GeoFiles.packaged().text("census.geojson"));
        assertEquals(136, coordinates.results().count());
    }

    @Test
    void usesKnownCodesOnly() {
        assertEquals(Set.of(), minus(values("category"), codes("categories.json", "code")));
        assertEquals(Set.of(), minus(values("constraints"), codes("constraints.json", "code")));
        assertEquals(Set.of(), minus(values("themes"), codes("themes.json", "code")));
        assertEquals(Set.of(), minus(values("domainText"), codes("domains.json", "text")));
        assertEquals(Set.of(), minus(values("insee"), communes()));
    }

    @Test
    void definesNoCodeThatNobodyUses() {
        assertEquals(Set.of(), minus(codes("constraints.json", "code"), values("constraints")));
        assertEquals(Set.of(), minus(codes("themes.json", "code"), values("themes")));
        assertEquals(Set.of(), minus(codes("domains.json", "text"), values("domainText")));
        assertEquals(codes("theme-families.json", "code"), codes("themes.json", "family"));
    }

    @Test
    void countsTheCodes() {
        assertEquals(12, codes("categories.json", "code").size());
        assertEquals(
                Set.of("technopole", "port", "echange", "nature", "projet", "infra", "labo", "usine"),
                codes("categories.json", "family"));
        assertEquals(48, codes("constraints.json", "code").size());
        assertEquals(67, codes("themes.json", "code").size());
        assertEquals(92, communes().size());
    }

    @Test
    void fillsEveryLabel() {
        for (String file :
                List.of("categories.json", "constraints.json", "theme-families.json", "themes.json", "domains.json"))
            for (JsonNode row : list(json(file)))
                row.properties()
                        .forEach(field -> assertFalse(
                                field.getValue().asText().isBlank(), () -> file + " " + row + " " + field.getKey()));
        for (String field : List.of("name", "manager", "domainText", "source"))
            for (JsonNode entry : entries)
                assertFalse(
                        entry.get("properties").get(field).asText().isBlank(),
                        () -> entry.get("id").asText() + " " + field);
    }

    @Test
    void endsEffectsAndGesturesAsSentences() {
        for (JsonNode row : list(json("constraints.json")))
            for (String field : List.of("effect", "gesture"))
                assertTrue(row.get(field).asText().endsWith("."), row.get("code")::asText);
    }

    @Test
    void followsFrenchTypography() {
        List<String> faults = new ArrayList<>();
        for (String file :
                List.of("categories.json", "constraints.json", "theme-families.json", "themes.json", "domains.json"))
            faults.addAll(FrenchTypography.faults(json(file), List.of("code", "family", "tone")));
        faults.addAll(FrenchTypography.faults(json("census.geojson"), List.of("id", "type", "category")));
        for (String line : GeoFiles.packaged().text("communes.csv").split("\n"))
            if (Character.isDigit(line.charAt(0)) && line.split(",")[1].contains("'")) faults.add(line);
        assertEquals(List.of(), faults);
    }

    @Test
    void mixedDomainsTakeTheStrictest() {
        Map<String, String> domains = list(json("domains.json")).stream()
                .collect(Collectors.toMap(
                        row -> row.get("text").asText(),
                        row -> row.get("domain").asText()));
        assertEquals("PUBLIC", domains.get("mixte"));
        assertEquals("PUBLIC", domains.get("privé majoritaire, voiries publiques"));
        assertEquals("MARITIME_PORT", domains.get("privé + plan d’eau (autorité portuaire à confirmer)"));
        assertEquals("MARITIME_NATURAL", domains.get("DPM et CDL"));
        assertEquals("PRIVATE", domains.get("privé ICPE"));
        assertEquals("UNKNOWN", domains.get("foncier concession"));
    }

    private Set<String> values(String property) {
        Set<String> values = new HashSet<>();
        for (JsonNode entry : entries) {
            JsonNode value = entry.get("properties").get(property);
            if (value.isArray()) value.forEach(item -> values.add(item.asText()));
            else values.add(value.asText());
        }
        return values;
    }

    private Map<String, Integer> count(String property) {
        Map<String, Integer> count = new TreeMap<>();
        for (JsonNode entry : entries)
            count.merge(entry.get("properties").get(property).asText(), 1, Integer::sum);
        return count;
    }

    private static Set<String> codes(String file, String field) {
        return list(json(file)).stream().map(row -> row.get(field).asText()).collect(Collectors.toSet());
    }

    private static Set<String> communes() {
        return GeoFiles.packaged()
                .text("communes.csv")
                .lines()
                .filter(line -> Character.isDigit(line.charAt(0)))
                .map(line -> line.split(",")[0])
                .collect(Collectors.toSet());
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static JsonNode json(String file) {
        try {
            return new ObjectMapper().readTree(GeoFiles.packaged().text(file));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(file, e);
        }
    }
}

package fr.terrain.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.terrain.FrenchTypography;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The files of the demonstration: invented names only, honest words, French typography. */
class DemonstrationFilesTest {
    private static final List<String> CODES = List.of(
            "censusEntry",
            "organisation",
            "code",
            "kind",
            "from",
            "to",
            "opens",
            "closes",
            "starts",
            "ends",
            "tariff",
            "domain",
            "unit",
            "useClass",
            "siret",
            "subject",
            "account",
            "email",
            "role",
            "contact",
            "capabilities",
            "type");

    @Test
    void namesOnlyInventedOrganisations() {
        for (JsonNode organisation : json("people.json").get("organisations")) {
            assertTrue(organisation.get("name").asText().contains("démonstration"), organisation.get("name")::asText);
            assertTrue(organisation.get("siret").asText().startsWith("0000000"), organisation.get("siret")::asText);
            for (JsonNode signatory : organisation.get("representatives")) {
                assertEquals(
                        "Signataire de démonstration", signatory.get("name").asText());
                assertTrue(signatory.get("quality").asText().endsWith("(démonstration)"));
                assertTrue(signatory.get("delegationAct").asText().contains("DEMO-2026-"));
            }
        }
    }

    @Test
    void namesTheUsersOfTheDemonstrationRealm() {
        List<String> users = new ArrayList<>();
        for (JsonNode account : json("people.json").get("accounts"))
            users.add(account.get("subject").asText().substring(35) + " "
                    + account.get("email").asText() + " " + account.get("name").asText());
        assertEquals(
                List.of(
                        "1 porteur@example.org Porteur Démonstration",
                        "2 porteuse@example.org Porteuse Démonstration",
                        "3 instructeur@example.org Instructeur Démonstration",
                        "4 juriste@example.org Juriste Démonstration",
                        "5 signataire@example.org Signataire Démonstration",
                        "6 partenaire@example.org Partenaire Démonstration",
                        "7 admin@example.org Admin Démonstration"),
                users);
    }

    @Test
    void voteNoRealTariff() {
        for (JsonNode tariff : json("tariffs.json")) {
            assertTrue(tariff.get("deliberation").asText().contains("DEMO-2026-0"), tariff.get("deliberation")::asText);
            assertTrue(tariff.get("name").asText().endsWith("(démonstration)"), tariff.get("name")::asText);
        }
    }

    @Test
    void saysOnEverySheetThatNothingWasAgreed() {
        for (JsonNode site : sites()) {
            String id = site.get("censusEntry").asText();
            assertTrue(
                    site.get("description")
                            .asText()
                            .endsWith("sont inventés, et le propriétaire du lieu n’a pas donné d’accord."),
                    id);
            assertEquals(
                    site.has("perimeter"), site.get("conditions").asText().contains("tracé affiché est indicatif"), id);
        }
    }

    @Test
    void saysOfEveryClosureThatItIsInventedAndWhen() {
        for (JsonNode site : sites())
            for (JsonNode closure : site.get("closures")) {
                assertTrue(closure.get("cause").asText().contains("démonstration"), closure::toString);
                assertTrue(closure.get("starts").asText().startsWith("2027-"), closure::toString);
            }
    }

    @Test
    void fillsWhatAReaderLooksFor() {
        for (JsonNode site : sites())
            for (String field : List.of(
                    "summary",
                    "description",
                    "whoDecides",
                    "cost",
                    "conditions",
                    "usualDays",
                    "documents",
                    "legalLevers",
                    "equipment",
                    "spaces"))
                assertTrue(
                        site.get(field).isNumber()
                                || site.get(field).size() > 0
                                || site.get(field).asText().length() > 20,
                        () -> site.get("censusEntry").asText() + " " + field);
    }

    @Test
    void namesTheGridThatItsSpacesUse() {
        for (JsonNode site : sites()) {
            Set<String> tariffs = new HashSet<>();
            site.get("spaces").forEach(space -> tariffs.add(space.get("tariff").asText()));
            assertEquals(1, tariffs.size(), site.get("censusEntry")::asText);
            String number = number(tariffs.iterator().next());
            assertTrue(site.get("cost").asText().contains(number), () -> site.get("censusEntry") + " " + number);
        }
    }

    @Test
    void followsFrenchTypography() {
        List<String> faults = new ArrayList<>(FrenchTypography.faults(json("people.json"), CODES));
        faults.addAll(FrenchTypography.faults(json("tariffs.json"), CODES));
        for (JsonNode site : sites()) faults.addAll(FrenchTypography.faults(site, CODES));
        assertEquals(List.of(), faults);
    }

    private static String number(String tariff) {
        for (JsonNode given : json("tariffs.json"))
            if (given.get("code").asText().equals(tariff))
                return given.get("deliberation").asText().replaceFirst(".* ", "");
        throw new IllegalStateException(tariff);
    }

    private static List<JsonNode> sites() {
        List<JsonNode> sites = new ArrayList<>();
        for (String file : DemonstrationFiles.SITES) json(file).forEach(sites::add);
        return sites;
    }

    private static JsonNode json(String file) {
        try {
            return new ObjectMapper().readTree(DemonstrationFiles.text(file));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(file, e);
        }
    }
}

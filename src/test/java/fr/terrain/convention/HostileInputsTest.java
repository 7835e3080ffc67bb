package fr.terrain.convention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.terrain.document.PdfChecks;
import fr.terrain.document.Words;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a person may type into any text, the convention shows it as plain words or says clearly why it cannot. */
class HostileInputsTest {
    private static final ConventionText TEXT = new ConventionText();
    /** Texts that are codes or dates, refused before by their type, and the version of the model. */
    private static final Set<String> TYPED = Set.of(
            "issuedOn",
            "kind",
            "role",
            "domain",
            "positionConfidence",
            "economicNature",
            "route",
            "status",
            "court",
            "start",
            "end",
            "setupStart",
            "teardownEnd",
            "deliberationDate",
            "template",
            "code",
            "insee");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# T **g** [l](https://example.org)",
                "| a | b |",
                "- liste 1. liste",
                "{numero} {#if x}a{/if} {siret.class}",
                "<script>x()</script> <b onclick=x>",
                "```signatures",
                "![](carte:situation)",
                "[](#DOM)",
                "a;b;c",
                "&amp; &#60; \\",
                "---"
            })
    void comesOutAsPlainWordsInEveryText(String hostile) {
        List<String> pointers = texts(ConventionSamples.port());
        ConventionInputs inputs = ConventionSamples.port();
        for (String pointer : pointers) {
            inputs = set(inputs, pointer, marked(hostile, pointers.indexOf(pointer)));
        }
        AssembledConvention convention = TEXT.assemble(inputs);
        String html = convention.html();
        assertFalse(html.contains("<script"), html);
        assertFalse(html.contains("<b onclick"), html);
        String words = String.join(" ", convention.words());
        for (String pointer : pointers) {
            String expected = String.join(" ", Words.of(marked(hostile, pointers.indexOf(pointer))));
            assertTrue(!shown(pointer) || words.contains(expected), pointer + " lost: " + expected);
        }
    }

    @Test
    void printsHostileTextsAsTheyAre() {
        ConventionInputs inputs = ConventionSamples.port();
        for (String pointer : texts(inputs)) {
            inputs = set(inputs, pointer, "<b>*x* {y} | [z](#DOM)");
        }
        AssembledConvention convention = TEXT.assemble(inputs);
        byte[] pdf = convention.pdf();
        PdfChecks.assertAccessibleArchive(pdf);
        assertEquals(
                String.join("", convention.words()),
                String.join(
                        "", PdfChecks.pages(pdf).stream().flatMap(List::stream).toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"droite \u202Eà gauche", "مرحبا 中文", "\uE000\uE130\uE001"})
    void refusesClearlyWhatItCannotPrint(String hostile) {
        for (String pointer : texts(ConventionSamples.port())) {
            if (shown(pointer)) {
                ConventionInputs inputs = set(ConventionSamples.port(), pointer, hostile);
                IncompleteConvention error =
                        assertThrows(IncompleteConvention.class, () -> TEXT.assemble(inputs), pointer);
                assertTrue(error.problems().getFirst().message().contains("imprimer"), error.getMessage());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul \u0000 fin", "😀", "x\u0302y", "a\u200Bb"})
    void refusesInvisibleAndComposedCharacters(String hostile) {
        ConventionInputs inputs = set(ConventionSamples.port(), "/project/purpose", hostile);
        IncompleteConvention error = assertThrows(IncompleteConvention.class, () -> TEXT.assemble(inputs));
        assertTrue(error.problems().getFirst().message().contains("imprimer"), error.getMessage());
    }

    @Test
    void printsOrRefusesTenThousandCharacters() {
        for (String hostile : List.of("mot ".repeat(2500).strip(), "m".repeat(10_000))) {
            for (String pointer : texts(ConventionSamples.port())) {
                ConventionInputs inputs = set(ConventionSamples.port(), pointer, hostile);
                try {
                    AssembledConvention convention = TEXT.assemble(inputs);
                    assertTrue(!shown(pointer) || contains(convention.words(), Words.of(hostile)), pointer);
                } catch (IncompleteConvention e) {
                    assertTrue(e.problems().getFirst().message().startsWith("Donnée trop longue"), e.getMessage());
                }
            }
        }
        AssembledConvention long1 =
                TEXT.assemble(set(ConventionSamples.port(), "/project/protocol", "m".repeat(10_000)));
        PdfChecks.assertAccessibleArchive(long1.pdf());
    }

    @Test
    void refusesAnUnknownFieldInFrozenInputs() {
        assertThrows(
                UncheckedIOException.class,
                () -> Inputs.change(
                        ConventionSamples.port(),
                        root -> root.withObject("/occupant").put("email", "a@example.org")));
    }

    @Test
    void comesBackFromJsonAsItWas() {
        assertEquals(ConventionSamples.port(), InputsJson.read(InputsJson.write(ConventionSamples.port())));
    }

    /** A gratuity's words, a signatory's act and so on are shown; what the port convention does not print is left out. */
    private static boolean shown(String pointer) {
        return !Set.of("/site/spaces/0/name", "/occupant/signatory/delegationAct")
                        .contains(pointer)
                && !pointer.startsWith("/site/surroundings");
    }

    private static String marked(String hostile, int number) {
        return hostile + " x" + number;
    }

    private static boolean contains(List<String> all, List<String> some) {
        return java.util.Collections.indexOfSubList(all, some) >= 0
                || String.join(" ", all).contains(String.join(" ", some));
    }

    private static ConventionInputs set(ConventionInputs inputs, String pointer, String text) {
        return Inputs.change(inputs, root -> {
            int slash = pointer.lastIndexOf('/');
            JsonNode parent = root.at(pointer.substring(0, slash));
            String last = pointer.substring(slash + 1);
            if (parent instanceof ObjectNode object) {
                object.put(last, text);
            } else {
                ((com.fasterxml.jackson.databind.node.ArrayNode) parent).set(Integer.parseInt(last), text);
            }
        });
    }

    private static List<String> texts(ConventionInputs inputs) {
        List<String> out = new ArrayList<>();
        collect(Inputs.tree(inputs), "", out);
        assertTrue(out.size() > 50, "texts of the inputs: " + out.size());
        return out;
    }

    private static void collect(JsonNode node, String path, List<String> out) {
        if (node.isObject()) {
            node.properties().stream()
                    .filter(e -> !TYPED.contains(e.getKey()))
                    .forEach(e -> collect(e.getValue(), path + "/" + e.getKey(), out));
        } else if (node.isArray() && !path.endsWith("/techniques")) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), path + "/" + i, out);
            }
        } else if (node.isTextual()) {
            out.add(path);
        }
    }
}

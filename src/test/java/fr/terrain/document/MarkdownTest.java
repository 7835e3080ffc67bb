package fr.terrain.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    private static final String HEAD = "---\ntitre: Essai\n---\n";

    private final Templates templates = new Templates();

    @Test
    void fillsAndStructures() {
        List<Block> blocks = read(
                "**{nom}** voit l’[](#B) à 8 h.\n\n{#for x in liste}\n- {x}\n{/for}\n\n| A | B |\n|---|---:|\n{#for x in liste}\n| **{x}** | 12 € |\n{/for}\n",
                Map.of("nom", "Ici", "liste", List.of("un", "deux")));
        assertEquals(3, blocks.size());
        assertEquals(
                List.of(
                        new Run("Ici", true, false, null, new Run.Source("nom", "essai.md", 4)),
                        Run.of(" voit l’"),
                        new Run("article\u00A07", false, false, "#B", null),
                        Run.of(" à 8\u00A0h.")),
                ((Block.Paragraph) blocks.get(0)).text());
        assertEquals("• un • deux", String.join(" ", Words.of(List.of(blocks.get(1)))));
        Block.Table table = (Block.Table) blocks.get(2);
        assertTrue(table.rowHeaders()
                && table.columns().get(1).numeric()
                && !table.columns().get(0).numeric());
        assertEquals("A B un 12 € deux 12 €", String.join(" ", Words.of(List.of((Block) table))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Titre",
                "**gras** et _italique_",
                "[lien](https://example.org)",
                "![image](carte:x)",
                "| a | b |",
                "- liste",
                "1. liste",
                "<b>balise</b> & entité &amp;",
                "{numero} {#if x}oui{/if}",
                "`code`",
                "\\*échappé\\*",
                "a;b;c",
                "> citation",
                "~~~",
                "---"
            })
    void neverLetsAValueBecomeMarkup(String value) {
        List<Block> blocks =
                read("Avant {nom} après.\n\n{nom}\n\n- {nom}\n\n| A |\n|---|\n| {nom} |\n", Map.of("nom", value));
        assertEquals(4, blocks.size());
        assertEquals("Avant " + value + " après.", plain(((Block.Paragraph) blocks.get(0)).text()));
        assertEquals(value, plain(((Block.Paragraph) blocks.get(1)).text()));
        Block item = ((Block.Items) blocks.get(2)).items().getFirst().getFirst();
        assertEquals(value, plain(((Block.Paragraph) item).text()));
        assertEquals(
                value, plain(((Block.Table) blocks.get(3)).rows().getFirst().getFirst()));
    }

    @Test
    void makesAParagraphOfEachLineOfProse() {
        List<Block> blocks = read("{texte}\n", Map.of("texte", "Un.\nDeux.\n\n\nTrois."));
        assertEquals(
                List.of("Un.", "Deux.", "Trois."),
                blocks.stream().map(b -> plain(((Block.Paragraph) b).text())).toList());
    }

    @Test
    void namesTheLineOfWhatIsMissingEmptyOrUnprintable() {
        assertEquals(
                List.of(
                        "essai.md, ligne 4 : Donnée manquante : « vide »",
                        "essai.md, ligne 6 : Caractère impossible à imprimer : « 中 » (U+4E2D) dans « nom »",
                        "essai.md, ligne 8 : Donnée trop longue : « long » a 600 caractères, 500 au plus",
                        "essai.md, ligne 11 : Donnée inconnue : « x.absent »"),
                problems(
                        "Voici {vide}.\n\nPuis {nom}.\n\nPuis {long}.\n\n{#for x in liste}\n- {x.absent}\n{/for}\n",
                        Map.of("vide", " ", "nom", "A中", "long", "a".repeat(600), "liste", List.of(Map.of("a", "b")))));
    }

    @Test
    void refusesAtLoadWhatATemplateMayNotHold() {
        assertEquals(
                List.of("essai.md, ligne 6 : Donnée inconnue : « autre »"), check("Voici {nom}.\n\nPuis {autre}.\n"));
        assertEquals(
                List.of("essai.md, ligne 5 : Mise en forme non prévue dans un modèle : HtmlInline"),
                check("Bien.\nMal <b>gras</b>.\n"));
        assertEquals(
                List.of("essai.md, ligne 6 : Mise en forme non prévue dans un modèle : BlockQuote"),
                check("Bien.\n\n> Cité\n"));
        assertEquals(
                List.of("essai.md, ligne 4 : Lien non prévu dans un modèle : « javascript:x »"),
                check("[x](javascript:x)\n"));
        assertEquals(
                List.of("essai.md, ligne 4 : Un titre dans une clause est de niveau 3 (« ### »)"), check("## Titre\n"));
        assertEquals(
                List.of("essai.md, ligne 5 : Caractère impossible à imprimer : « 文 » (U+6587)"), check("Bien.\n文\n"));
        assertTrue(
                check("Voici {#if nom}jamais fermé\n").getFirst().startsWith("essai.md, ligne "), "unclosed section");
        assertEquals(List.of(), check("Voici {nom}.\n\n{#for x in liste}\n- {x} {x_count}\n{/for}\n"));
    }

    @Test
    void refusesAFrontMatterThatIsNone() {
        assertThrows(IllegalArgumentException.class, () -> TemplateFile.read("a.md", "Texte"));
        assertThrows(IllegalArgumentException.class, () -> TemplateFile.read("a.md", "---\na: 1\n"));
        assertThrows(IllegalArgumentException.class, () -> TemplateFile.read("a.md", "---\na: 1\na: 2\n---\n"));
    }

    private List<String> check(String body) {
        return templates
                .check(
                        new TemplateFile(
                                name(body),
                                Map.of(),
                                Map.of(),
                                TemplateFile.read("x", HEAD + body).body()),
                        Set.of("nom", "liste"))
                .stream()
                .map(p -> p.toString().replaceFirst("^\\d+-", ""))
                .toList();
    }

    /** Each body is another file: templates are parsed once by name. */
    private static String name(String body) {
        return Integer.toUnsignedString(body.hashCode()) + "-essai.md";
    }

    private List<Block> read(String body, Map<String, Object> data) {
        MarkdownReader reader = new MarkdownReader("essai.md", Map.of(), anchor -> "article 7");
        List<Block> blocks = reader.read(templates.fill(TemplateFile.read("essai.md", HEAD + body), data));
        assertEquals(List.of(), reader.problems());
        return blocks;
    }

    private List<String> problems(String body, Map<String, Object> data) {
        MarkdownReader reader = new MarkdownReader("essai.md", Map.of(), anchor -> anchor);
        reader.read(templates.fill(TemplateFile.read("essai.md", HEAD + body), data));
        return reader.problems().stream().map(Problem::toString).toList();
    }

    private static String plain(List<Run> runs) {
        return Run.plain(runs).replace('\u00A0', ' ').replace('\u202F', ' ');
    }
}

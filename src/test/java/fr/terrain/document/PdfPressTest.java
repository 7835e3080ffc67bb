package fr.terrain.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class PdfPressTest {
    private static final Block TITLE = new Block.Heading(1, runs("Essai"), null);

    @Test
    void repeatsTheHeaderOfALongTableAndKeepsEachWordOnce() {
        List<List<List<Run>>> rows = new ArrayList<>();
        for (int i = 1; i <= 120; i++) {
            rows.add(List.of(
                    runs("ligne" + i),
                    runs("valeur " + i
                            + " de la table, assez longue pour prendre deux lignes dans une colonne étroite")));
        }
        byte[] pdf = PdfPress.print(paper(TITLE, new Block.Table(columns("Nom", "Valeur"), rows, false)));
        PdfChecks.assertAccessibleArchive(pdf);
        List<List<String>> pages = PdfChecks.pages(pdf);
        assertTrue(pages.size() > 3, "several pages expected");
        for (List<String> page : pages.subList(1, pages.size())) {
            assertEquals(List.of("Nom", "Valeur"), page.subList(0, 2));
        }
        List<String> all = pages.stream().flatMap(List::stream).toList();
        for (int i = 1; i <= 120; i++) {
            assertEquals(1, Collections.frequency(all, "ligne" + i));
        }
    }

    @Test
    void carriesARowTallerThanAPageOverToTheNext() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            words.add("mot" + i);
        }
        List<List<List<Run>>> rows = List.of(
                List.of(runs("avant"), runs("court")),
                List.of(runs("grande"), runs(String.join(" ", words))),
                List.of(runs("après"), runs("court")));
        byte[] pdf = PdfPress.print(paper(TITLE, new Block.Table(columns("Nom", "Texte"), rows, false)));
        PdfChecks.assertAccessibleArchive(pdf);
        List<List<String>> pages = PdfChecks.pages(pdf);
        assertTrue(pages.size() >= 3, "three pages expected, got " + pages.size());
        List<String> found = pages.stream()
                .flatMap(List::stream)
                .filter(w -> w.startsWith("mot"))
                .toList();
        assertEquals(words, found);
    }

    @Test
    void breaksAWordWiderThanItsColumnWithoutLosingALetter() {
        String word = "anticonstitutionnellement".repeat(12);
        byte[] pdf = PdfPress.print(paper(
                TITLE,
                new Block.Paragraph(runs(word)),
                new Block.Table(columns("A", "B", "C"), List.of(List.of(runs(word), runs("2"), runs("3"))), false)));
        PdfChecks.assertAccessibleArchive(pdf);
        String text = String.join(
                "", PdfChecks.pages(pdf).stream().flatMap(List::stream).toList());
        assertEquals("Essai" + word + "ABC" + word + "23", text);
    }

    @Test
    void neverLeavesAHeadingAtTheFootOfAPage() {
        for (int lines = 28; lines < 44; lines++) {
            List<Block> blocks = new ArrayList<>(List.of(TITLE));
            for (int i = 0; i < lines; i++) {
                blocks.add(new Block.Paragraph(runs("ligne")));
            }
            blocks.add(new Block.Heading(2, runs("TitreDeux"), "deux"));
            blocks.add(new Block.Heading(3, runs("TitreTrois"), "trois"));
            blocks.add(new Block.Table(columns("Nom"), List.of(List.of(runs("un")), List.of(runs("deux"))), false));
            for (List<String> page : PdfChecks.pages(PdfPress.print(paper(blocks.toArray(Block[]::new))))) {
                assertNotEquals("TitreDeux", page.getLast());
                assertNotEquals("TitreTrois", page.getLast());
            }
        }
    }

    @Test
    void printsListsLinksSignaturesAndAnEmptyTable() {
        Run link = new Run("article\u00A01", false, false, "#un", null);
        byte[] pdf = PdfPress.print(paper(
                TITLE,
                new Block.Heading(2, runs("Article 1"), "un"),
                new Block.Paragraph(List.of(Run.of("Voir l’"), link, Run.of(", puis signer."))),
                new Block.Items(
                        true,
                        3,
                        List.of(List.of(
                                new Block.Paragraph(runs("trois")),
                                new Block.Items(false, 1, List.of(List.of(new Block.Paragraph(runs("dedans")))))))),
                new Block.Table(columns("Nom", "Montant"), List.of(), false),
                new Block.Signatures(List.of(
                        new Block.SignatureBox("a", runs("Pour A"), runs("Qui A")),
                        new Block.SignatureBox("b", runs("Pour B"), runs("Qui B")),
                        new Block.SignatureBox("c", runs("Pour C"), runs("Qui C"))))));
        PdfChecks.assertAccessibleArchive(pdf);
        assertEquals(
                "Essai Article 1 Voir l’article 1, puis signer. 3. trois • dedans Nom Montant Pour A Qui A Pour B Qui B Pour C Qui C",
                String.join(
                        " ", PdfChecks.pages(pdf).stream().flatMap(List::stream).toList()));
    }

    @Test
    void givesTheSameBytesToSeveralThreads() {
        Paper paper = paper(TITLE, new Block.Paragraph(runs("Le même texte, partout.")));
        byte[] first = PdfPress.print(paper);
        List<byte[]> others = java.util.stream.IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> PdfPress.print(paper))
                .toList();
        others.forEach(bytes -> assertArrayEquals(first, bytes));
    }

    @Test
    void theStructureCheckSeesABrokenTie() {
        byte[] pdf = PdfPress.print(paper(TITLE, new Block.Paragraph(runs("mot ".repeat(1200)))));
        PdfChecks.assertStructureHolds(pdf);
        String raw = new String(pdf, StandardCharsets.ISO_8859_1);
        String broken = raw.replaceFirst("/MCID 0/Type/MCR|/Type/MCR(/Pg \\d+ 0 R)?/MCID 0|/MCID 0", "/MCIX 0");
        assertNotEquals(raw, broken);
        assertThrows(
                AssertionFailedError.class,
                () -> PdfChecks.assertStructureHolds(broken.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static List<Run> runs(String text) {
        return List.of(Run.of(text));
    }

    private static List<Block.Column> columns(String... names) {
        return List.of(names).stream()
                .map(n -> new Block.Column(runs(n), n.equals("Montant")))
                .toList();
    }

    private static Paper paper(Block... blocks) {
        byte[] source = "{}".getBytes(StandardCharsets.UTF_8);
        return new Paper(
                "Essai",
                "Auteur",
                "Sujet",
                "2027-0001",
                "essai 1",
                Instant.parse("2027-01-04T00:00:00Z"),
                List.of("Essai, sans valeur"),
                List.of(blocks),
                List.of(new Paper.Attachment("source.json", "application/json", "Source", source)),
                source);
    }
}

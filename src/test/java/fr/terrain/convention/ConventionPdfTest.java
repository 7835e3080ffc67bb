package fr.terrain.convention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.document.Block;
import fr.terrain.document.PdfChecks;
import fr.terrain.document.Run;
import fr.terrain.document.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConventionPdfTest {
    private static final ConventionText TEXT = new ConventionText();

    @TempDir
    Path folder;

    static Stream<ConventionInputs> variants() {
        return Stream.of(ConventionSamples.publicDomain(), ConventionSamples.privateLoan(), ConventionSamples.port());
    }

    @ParameterizedTest
    @MethodSource("variants")
    void isAccessibleAndArchivable(ConventionInputs inputs) {
        PdfChecks.assertAccessibleArchive(TEXT.assemble(inputs).pdf());
    }

    /** Word by word and clause by clause; only the header of a table carried over to a new page may come again. */
    @ParameterizedTest
    @MethodSource("variants")
    void showsTheWordsOfEachClauseInOrder(ConventionInputs inputs) {
        AssembledConvention convention = TEXT.assemble(inputs);
        Set<List<String>> headers = headers(convention);
        List<List<String>> pages = PdfChecks.pages(convention.pdf());
        int page = 0, at = 0;
        for (AssembledConvention.Part part : convention.parts()) {
            String clause = part.clause() == null ? "heading" : part.clause().code();
            for (String word : Words.of(part.blocks())) {
                while (at == pages.get(page).size()) {
                    page++;
                    at = skip(pages.get(page), word, headers);
                }
                assertEquals(word, pages.get(page).get(at++), clause + ", page " + (page + 1));
            }
        }
        assertEquals(pages.size() - 1, page);
        assertEquals(pages.get(page).size(), at);
        assertEquals(
                convention.words(),
                convention.parts().stream()
                        .flatMap(p -> Words.of(p.blocks()).stream())
                        .toList());
    }

    @Test
    void saysOnEveryPageWhatItIsNot() {
        List<List<String>> notices = new ArrayList<>();
        byte[] pdf = TEXT.assemble(ConventionSamples.port()).pdf();
        for (String page : text(pdf).split("\f")) {
            notices.add(Words.of(page));
        }
        assertTrue(notices.size() > 5, "several pages");
        for (List<String> page : notices) {
            String words = String.join(" ", page);
            assertTrue(words.contains("Modèle incomplet, à valider par le service juridique"), words);
            assertTrue(words.contains("Données de démonstration : les propriétaires n’ont pas donné d’accord"), words);
            assertTrue(words.contains("2027-0003, version 2"), words);
        }
    }

    @Test
    void carriesItsInputsAndNothingElse() throws Exception {
        ConventionInputs inputs = ConventionSamples.publicDomain();
        Path pdf = Files.write(folder.resolve("c.pdf"), TEXT.assemble(inputs).pdf());
        PdfChecks.run("pdfdetach", "-saveall", "-o", folder.toString(), pdf.toString());
        byte[] attached = Files.readAllBytes(folder.resolve("donnees-de-la-convention.json"));
        assertEquals(inputs, InputsJson.read(attached));
    }

    /** Fresh processes in other time zones, languages and default encodings. */
    @Test
    void givesTheSameBytesInOtherProcesses() throws Exception {
        byte[] here = TEXT.assemble(ConventionSamples.publicDomain()).pdf();
        print("a", "-Duser.timezone=Asia/Tokyo", "-Duser.language=tr", "-Duser.country=TR");
        print(
                "b",
                "-Duser.timezone=America/Los_Angeles",
                "-Duser.language=de",
                "-Duser.country=DE",
                "-Dfile.encoding=ISO-8859-1");
        for (String name : List.of("public", "prive", "port")) {
            assertEquals(
                    -1,
                    Files.mismatch(folder.resolve("a/" + name + ".pdf"), folder.resolve("b/" + name + ".pdf")),
                    name);
            assertEquals(
                    -1,
                    Files.mismatch(folder.resolve("a/" + name + ".html"), folder.resolve("b/" + name + ".html")),
                    name);
        }
        assertEquals(-1, Files.mismatch(Files.write(folder.resolve("here.pdf"), here), folder.resolve("a/public.pdf")));
    }

    @Test
    void changesItsIdentityWithItsInputs() {
        String one = text(TEXT.assemble(ConventionSamples.publicDomain()).pdf());
        String other = text(TEXT.assemble(ConventionSamples.port()).pdf());
        assertTrue(!one.equals(other), "two bookings, one text");
    }

    private void print(String name, String... options) throws Exception {
        Path target = Files.createDirectory(folder.resolve(name));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), PrintSamples.class.getName(), target.toString()));
        PdfChecks.run(command.toArray(String[]::new));
    }

    private String text(byte[] pdf) {
        try {
            Path file = Files.write(folder.resolve("text.pdf"), pdf);
            return PdfChecks.run("pdftotext", "-enc", "UTF-8", file.toString(), "-");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int skip(List<String> page, String expected, Set<List<String>> headers) {
        if (page.isEmpty() || page.getFirst().equals(expected)) {
            return 0;
        }
        return headers.stream()
                .filter(h ->
                        page.size() >= h.size() && page.subList(0, h.size()).equals(h))
                .mapToInt(List::size)
                .findFirst()
                .orElse(0);
    }

    private static Set<List<String>> headers(AssembledConvention convention) {
        Set<List<String>> headers = new HashSet<>();
        for (AssembledConvention.Part part : convention.parts()) {
            for (Block block : part.blocks()) {
                if (block instanceof Block.Table table) {
                    List<String> words = new ArrayList<>();
                    table.columns().forEach(c -> words.addAll(Words.of(Run.plain(c.header()))));
                    headers.add(words);
                }
            }
        }
        return headers;
    }
}

package fr.terrain.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfReader;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** What a printed PDF must pass: the standards as veraPDF reads them, a structure that points at real content, poppler and qpdf without complaint. */
public final class PdfChecks {
    private static final Pattern MARKED = Pattern.compile("/MCID\\s+(\\d+)");
    /** The part of an A4 page between what every page repeats, in points from its top. */
    private static final String[] BODY = {"-x", "0", "-y", "82", "-W", "595", "-H", "700"};

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PdfChecks() {}

    public static void assertAccessibleArchive(byte[] pdf) {
        assertPasses(pdf, PDFAFlavour.PDFUA_1);
        assertPasses(pdf, PDFAFlavour.PDFA_3_A);
        assertStructureHolds(pdf);
        assertSilent(pdf);
    }

    static void assertPasses(byte[] pdf, PDFAFlavour flavour) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, 1000, false, false, false)) {
            ValidationResult result = validator.validate(parser);
            assertTrue(result.getTotalAssertions() > 100, "veraPDF judged nearly nothing");
            StringBuilder failures = new StringBuilder();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    failures.append('\n')
                            .append(assertion.getRuleId().getClause())
                            .append('-')
                            .append(assertion.getRuleId().getTestNumber())
                            .append(' ')
                            .append(assertion.getMessage());
                }
            }
            assertTrue(result.isCompliant(), flavour.getId() + failures);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each content node of the structure tree exists on its page, and each marked content of a page belongs to one node. */
    public static void assertStructureHolds(byte[] pdf) {
        try {
            PdfReader reader = new PdfReader(pdf);
            Set<String> marked = new TreeSet<>();
            Map<Integer, Integer> pages = new HashMap<>();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                pages.put(reader.getPageOrigRef(page).getNumber(), page);
                Matcher matcher = MARKED.matcher(new String(reader.getPageContent(page), StandardCharsets.ISO_8859_1));
                while (matcher.find()) {
                    assertTrue(
                            marked.add(page + ":" + matcher.group(1)),
                            "marked twice: " + page + ":" + matcher.group(1));
                }
            }
            Set<String> tied = new TreeSet<>();
            PdfDictionary root =
                    (PdfDictionary) PdfReader.getPdfObject(reader.getCatalog().get(PdfName.STRUCTTREEROOT));
            walk(root, null, pages, tied);
            assertFalse(tied.isEmpty());
            assertEquals(marked, tied);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void walk(
            PdfDictionary element, PdfObject pageAbove, Map<Integer, Integer> pages, Set<String> tied) {
        PdfObject page = element.get(PdfName.PG) == null ? pageAbove : element.get(PdfName.PG);
        PdfObject kids = PdfReader.getPdfObject(element.get(PdfName.K));
        List<PdfObject> each = new ArrayList<>();
        if (kids instanceof PdfArray array) {
            each.addAll(array.getElements());
        } else if (kids != null) {
            each.add(kids);
        }
        for (PdfObject kid : each) {
            PdfObject direct = PdfReader.getPdfObject(kid);
            if (direct instanceof PdfNumber number) {
                tie(page, number, pages, tied);
            } else if (direct instanceof PdfDictionary child && child.get(PdfName.MCID) instanceof PdfNumber number) {
                tie(child.get(PdfName.PG) == null ? page : child.get(PdfName.PG), number, pages, tied);
            } else if (direct instanceof PdfDictionary child && child.get(PdfName.OBJ) == null) {
                walk(child, page, pages, tied);
            }
        }
    }

    private static void tie(PdfObject page, PdfNumber number, Map<Integer, Integer> pages, Set<String> tied) {
        int at = pages.getOrDefault(((PdfIndirectReference) page).getNumber(), 0);
        assertTrue(tied.add(at + ":" + number.intValue()), "tied twice: " + at + ":" + number);
    }

    static void assertSilent(byte[] pdf) {
        try {
            Path file = Files.createTempFile("terrain", ".pdf");
            Files.write(file, pdf);
            String check = run("qpdf", "--check", file.toString());
            assertTrue(check.contains("No syntax or stream encoding errors found"), check);
            assertFalse(check.toLowerCase().contains("warning"), check);
            assertEquals("", run("pdftoppm", "-r", "20", "-png", file.toString(), file + "-page"));
            try (var folder = Files.newDirectoryStream(file.getParent(), file.getFileName() + "*")) {
                for (Path each : folder) {
                    Files.delete(each);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The words between head and foot of each page, in the order they are drawn. */
    public static List<List<String>> pages(byte[] pdf) {
        try {
            Path file = Files.createTempFile("terrain", ".pdf");
            Files.write(file, pdf);
            List<String> command = new ArrayList<>(List.of("pdftotext", "-raw", "-enc", "UTF-8"));
            command.addAll(List.of(BODY));
            command.addAll(List.of(file.toString(), "-"));
            String text = run(command.toArray(String[]::new));
            Files.delete(file);
            return List.of(text.split("\f")).stream().map(Words::of).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Output and errors of a command that must succeed. */
    public static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                fail(String.join(" ", command) + "\n" + out);
            }
            return out;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

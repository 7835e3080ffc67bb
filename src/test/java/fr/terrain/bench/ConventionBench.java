package fr.terrain.bench;

import fr.terrain.convention.ConventionText;
import fr.terrain.convention.PrintSamples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openpdf.text.pdf.PdfReader;

/** One convention, from its inputs to its tagged PDF, on one warm thread; and the same bytes wherever it is printed. */
final class ConventionBench {
    private static final int WARM_UP = 150;
    private static final double MILLIS_A_PAGE = 10;

    private ConventionBench() {}

    public static void main(String[] arguments) throws Exception {
        ConventionText text = new ConventionText();
        byte[] pdf = PrintSamples.print(text);
        int pages = pages(pdf);
        Timing timing = Timing.of(
                1, WARM_UP, Integer.getInteger("terrain.bench.times", 200), () -> () -> PrintSamples.print(text));
        Rows.atMost("convention: a page, p50 (ms)", timing.p50Millis() / pages, MILLIS_A_PAGE);
        Rows.plain("convention: whole, p95 (ms)", timing.p95Millis());
        Rows.plain("convention: pages", pages);
        Rows.plain("convention: bytes", pdf.length);
        Rows.exactly("convention: same bytes from two JVMs", isSameElsewhere(pdf) ? 1 : 0, 1);
    }

    private static int pages(byte[] pdf) throws Exception {
        try (PdfReader reader = new PdfReader(pdf)) {
            return reader.getNumberOfPages();
        }
    }

    private static boolean isSameElsewhere(byte[] here) throws Exception {
        Path tokyo = printed("-Duser.timezone=Asia/Tokyo", "-Duser.language=tr", "-Duser.country=TR");
        Path angeles = printed(
                "-Duser.timezone=America/Los_Angeles",
                "-Duser.language=de",
                "-Duser.country=DE",
                "-Dfile.encoding=ISO-8859-1");
        return Files.mismatch(tokyo, angeles) < 0 && Arrays.equals(here, Files.readAllBytes(tokyo));
    }

    /** The sample printed by a fresh process. */
    private static Path printed(String... options) throws Exception {
        Path folder = Files.createDirectories(
                Path.of(System.getProperty("terrain.bench.folder", "target"), "printed" + options.length));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), PrintSamples.class.getName(), folder.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        if (process.waitFor() != 0) throw new IllegalStateException(Files.readString(folder.resolve("log")));
        return folder.resolve("public.pdf");
    }
}

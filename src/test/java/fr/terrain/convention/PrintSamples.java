package fr.terrain.convention;

import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the sample conventions into a folder, for other processes and for the eye. */
public final class PrintSamples {
    private PrintSamples() {}

    public static void main(String[] folder) throws Exception {
        ConventionText text = new ConventionText();
        write(folder[0], "public", text.assemble(ConventionSamples.publicDomain()));
        write(folder[0], "prive", text.assemble(ConventionSamples.privateLoan()));
        write(folder[0], "port", text.assemble(ConventionSamples.port()));
    }

    /** The sample on public domain, from its inputs to its bytes. */
    public static byte[] print(ConventionText text) {
        return text.assemble(ConventionSamples.publicDomain()).pdf();
    }

    private static void write(String folder, String name, AssembledConvention convention) throws Exception {
        Files.write(Path.of(folder, name + ".pdf"), convention.pdf());
        Files.writeString(Path.of(folder, name + ".html"), convention.html());
    }
}

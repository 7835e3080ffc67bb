package db.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/** The files of the folder {@code geo}, as text, with a checksum that changes when one of them does. */
public record GeoFiles(UnaryOperator<String> read) {

    /** The files that come with the application. */
    public static GeoFiles packaged() {
        return new GeoFiles(GeoFiles::resource);
    }

    /** The whole text of a file, in UTF-8. */
    public String text(String name) {
        return read.apply(name);
    }

    /** One number for the content of all these files together. */
    public int checksum(String... names) {
        var crc = new CRC32();
        for (String name : names) {
            crc.update((text(name) + '\0').getBytes(StandardCharsets.UTF_8));
        }
        return (int) crc.getValue();
    }

    private static String resource(String name) {
        try (InputStream in = GeoFiles.class.getResourceAsStream("/geo/" + name)) {
            if (in == null) {
                throw new IllegalStateException("geo/" + name + " is missing from the application");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

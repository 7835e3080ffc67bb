package fr.terrain.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files of {@code geo/demonstration}, as JSON text. */
final class DemonstrationFiles {

    /** One file of sites a family. */
    static final List<String> SITES = List.of(
            "sites-technopole.json",
            "sites-port.json",
            "sites-echange.json",
            "sites-nature.json",
            "sites-projet.json",
            "sites-infra.json",
            "sites-labo.json",
            "sites-usine.json");

    private DemonstrationFiles() {}

    static String text(String name) {
        try (InputStream in = DemonstrationFiles.class.getResourceAsStream("/geo/demonstration/" + name)) {
            if (in == null) {
                throw new IllegalStateException("geo/demonstration/" + name + " is missing from the application");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

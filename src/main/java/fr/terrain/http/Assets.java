package fr.terrain.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Where the built assets of the pages are: their names carry a hash of their content, so that browsers may keep them for good. */
public final class Assets {
    private static final JsonNode MANIFEST = read();

    private Assets() {}

    /**
     * The address of what was built from a source file of the pages, such as {@code src/main.ts}.
     *
     * @throws IllegalArgumentException when the build made nothing from it
     */
    @TemplateExtension(namespace = "asset")
    public static String url(String source) {
        JsonNode file = MANIFEST.path(source).path("file");
        if (file.isMissingNode()) throw new IllegalArgumentException("no asset built from " + source);
        return "/assets/" + file.asText();
    }

    /** Whether a path has the form of a built asset: what is in such a file never changes. */
    static boolean isNamedByContent(String path) {
        return path != null && path.matches("/assets/[^/]+-[A-Za-z0-9_-]{8}\\.[a-z0-9]+");
    }

    private static JsonNode read() {
        try (InputStream in = Assets.class.getResourceAsStream("/META-INF/resources/assets/manifest.json")) {
            if (in == null) throw new IllegalStateException("the assets are not built: run mvn generate-resources");
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

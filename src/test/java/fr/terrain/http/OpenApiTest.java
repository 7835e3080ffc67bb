package fr.terrain.http;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {
    @TestHTTPResource
    URI root;

    @Test
    void dump() throws Exception {
        Files.writeString(Path.of("target/openapi.json"), ApiContract.document(root));
    }
}

package fr.terrain.convention;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Changes a part of frozen inputs by way of their JSON. */
final class Inputs {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Inputs() {}

    static ConventionInputs change(ConventionInputs inputs, Consumer<ObjectNode> change) {
        try {
            ObjectNode root = (ObjectNode) tree(inputs);
            change.accept(root);
            return InputsJson.read(MAPPER.writeValueAsBytes(root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(ConventionInputs inputs) {
        try {
            return MAPPER.readTree(InputsJson.write(inputs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package fr.terrain.convention;

import fr.terrain.document.Document;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The text of an issued convention for a page, out of its frozen inputs: given only where it still prints to the very bytes that were filed. */
@ApplicationScoped
public class IssuedText {
    @Inject
    ConventionText text;

    /** Empty when the model, the clauses or the press have changed since: then only the PDF says what was issued. */
    Optional<AssembledConvention> find(Document document) {
        try {
            ConventionInputs inputs = InputsJson.read(document.inputs().getBytes(StandardCharsets.UTF_8));
            if (!inputs.template().equals(text.template())) return Optional.empty();
            return Optional.of(text.assemble(inputs)).filter(convention -> document.holds(convention.pdf()));
        } catch (IncompleteConvention | UncheckedIOException changed) {
            return Optional.empty();
        }
    }

    /** Which version of the model the convention was made from. */
    static String template(Document document) {
        return InputsJson.template(document.inputs());
    }
}

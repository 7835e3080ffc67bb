package fr.terrain;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.terrain.convention.ConventionRefusal;
import fr.terrain.convention.ConventionView;
import fr.terrain.convention.IncompleteConvention;
import fr.terrain.document.Document;
import fr.terrain.http.Words;
import fr.terrain.notification.Delivery;
import fr.terrain.notification.DeliveryView;
import fr.terrain.notification.Rhythm;
import fr.terrain.territory.Whereabouts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every constant that a person may read has its French words. */
class MessagesTest {
    private static final List<String> ROOMS = List.of(
            "fr.terrain.account",
            "fr.terrain.organisation",
            "fr.terrain.fee",
            "fr.terrain.site",
            "fr.terrain.availability",
            "fr.terrain.booking",
            "fr.terrain.deadline",
            "fr.terrain.audit");

    /** Enums that a person reads in rooms where most are not read. */
    private static final List<Class<? extends Enum<?>>> READ = List.of(
            Document.State.class,
            ConventionView.class,
            ConventionRefusal.Reason.class,
            IncompleteConvention.Reason.class,
            Delivery.State.class,
            DeliveryView.class,
            Rhythm.class,
            Whereabouts.Basis.class);

    @Test
    void whatIsReadOfConventionsHasItsWords() {
        for (Class<? extends Enum<?>> read : READ)
            for (Enum<?> constant : read.getEnumConstants())
                assertFalse(assertDoesNotThrow(() -> Words.label(constant)).isBlank(), constant::toString);
    }

    @Test
    void everyConstantHasItsWords() {
        int constants = 0;
        for (JavaClass one : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOMS)) {
            if (!one.isEnum()) continue;
            for (Object constant : one.reflect().getEnumConstants()) {
                String words = assertDoesNotThrow(() -> Words.label((Enum<?>) constant));
                assertFalse(words.isBlank(), constant::toString);
                constants++;
            }
        }
        assertTrue(constants > 80, "only " + constants + " constants were looked at");
    }
}

package fr.terrain.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.terrain.FrenchTypography;
import fr.terrain.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every type of problem that the service can answer has its page, in French, and no page explains a type that nothing answers. */
@QuarkusTest
class ProblemTypesTest {
    private static final Pattern TOLD =
            Pattern.compile("(?<![.\\w])(?:Problem\\.)?of\\(\\s*(\\d{3}|status),\\s*\"([a-z-]+)\"");

    @Test
    void everyTypeIsExplainedAndNoOther() throws IOException {
        Set<String> answered = new TreeSet<>(ofRefusals());
        answered.addAll(ofSources());
        Set<String> explained =
                ProblemType.list().stream().map(ProblemType::code).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(answered, explained);
    }

    @Test
    void theWordsAreFrenchAndWhole() {
        for (ProblemType type : ProblemType.list()) {
            for (String words : List.of(type.title(), type.meaning(), type.remedy())) {
                assertFalse(words.isBlank(), type.code());
                assertNull(FrenchTypography.fault(words), type.code());
            }
            assertTrue(type.status() >= 400 && type.status() < 600, type.code());
        }
    }

    @Test
    void theAddressOfAProblemIsAPageForPeopleAndDataForPrograms() {
        for (ProblemType type : ProblemType.list()) {
            given().get(type.address())
                    .then()
                    .statusCode(200)
                    .contentType("text/html")
                    .body(containsString("<h1>"));
            given().accept("application/json")
                    .get(type.address())
                    .then()
                    .statusCode(200)
                    .body("title", equalTo(type.title()))
                    .body("status", equalTo(type.status()));
        }
        given().get("/problemes").then().statusCode(200).body(containsString("/problemes/saisie-incorrecte"));
        given().accept("application/json").get("/problemes").then().body("code", hasItem("taken"));
        given().get("/problemes/rien-de-tel").then().statusCode(404);
    }

    /** The reasons of every room. */
    private static Set<String> ofRefusals() {
        Set<String> codes = new TreeSet<>();
        for (JavaClass one : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("fr.terrain")) {
            if (!one.isAssignableTo(Refusal.class)) continue;
            for (Class<?> nested : one.reflect().getDeclaredClasses())
                if (nested.isEnum() && nested.getSimpleName().equals("Reason"))
                    Arrays.stream(nested.getEnumConstants())
                            .forEach(reason -> codes.add(ProblemType.codeOf((Enum<?>) reason)));
        }
        return codes;
    }

    /** What is told with a type of its own, wherever it is written. */
    private static Set<String> ofSources() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                if (!source.contains("Problem")) continue;
                TOLD.matcher(source).results().forEach(found -> codes.add(found.group(2)));
            }
        }
        return codes;
    }
}

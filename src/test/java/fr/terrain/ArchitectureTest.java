package fr.terrain;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import fr.terrain.fee.BrokenArrow;
import fr.terrain.portal.BrokenSqlResource;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows of the house go down only, SQL has its places, and no file grows past one idea. */
class ArchitectureTest {
    private static final int LONGEST_FILE = 300;
    private static final Path SOURCES = Path.of("src/main/java");
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("fr.terrain");

    private static final Set<String> GROUND = Set.of("account", "document", "deadline", "rule", "http", "fetch");

    /** Room to rooms it may use, besides the ground; a room that is not listed may not exist. */
    private static final Map<String, Set<String>> ARROWS = arrows();

    /** Where SQL is written although the name does not end in Repository: nouns that the design gives a name of their own. */
    private static final Set<String> SQL_NOUNS = Set.of(
            "Occupation",
            "SpaceChanges",
            "BookingTrail",
            "Deadlines",
            "SiteSearch",
            "Vocabulary",
            "DemonstrationLoader");

    private static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        GROUND.forEach(room -> arrows.put(room, Set.of()));
        arrows.put("territory", Set.of());
        arrows.put("organisation", Set.of());
        arrows.put("fee", Set.of("organisation"));
        arrows.put("site", Set.of("fee", "organisation", "territory"));
        arrows.put("availability", Set.of("site", "fee", "organisation", "territory"));
        arrows.put("booking", Set.of("availability", "site", "fee", "organisation", "territory"));
        arrows.put("review", Set.of("booking", "availability", "site", "fee", "organisation", "territory"));
        Set<String> below = Set.of("review", "booking", "availability", "site", "fee", "organisation", "territory");
        for (String leaf :
                List.of("portal", "convention", "notification", "ogc", "tile", "demonstration", "audit", "feed"))
            arrows.put(leaf, below);
        return arrows;
    }

    @Test
    void arrowsGoDownOnly() {
        ARROWS.keySet().forEach(room -> arrowsOf(room).check(HOUSE));
    }

    @Test
    void everyRoomIsOnThePlan() {
        Set<String> rooms = new TreeSet<>();
        for (JavaClass one : HOUSE) if (!room(one).isEmpty()) rooms.add(room(one));
        rooms.removeAll(ARROWS.keySet());
        assertEquals(Set.of(), rooms);
    }

    @Test
    void onlyRepositoriesTouchTheEntityManager() {
        sqlHasItsPlaces().check(HOUSE);
    }

    @Test
    void anArrowThatRunsUpIsNoticed() {
        JavaClasses broken = new ClassFileImporter().importClasses(BrokenArrow.class);
        assertTrue(arrowsOf("fee").evaluate(broken).hasViolation());
    }

    @Test
    void sqlInAResourceIsNoticed() {
        JavaClasses broken = new ClassFileImporter().importClasses(BrokenSqlResource.class);
        assertTrue(sqlHasItsPlaces().evaluate(broken).hasViolation());
    }

    @Test
    void noFileIsLongerThanOneIdea() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources()) {
            long lines = Files.readAllLines(file).size();
            if (lines > LONGEST_FILE) tooLong.add(SOURCES.relativize(file) + ": " + lines);
        }
        assertEquals(List.of(), tooLong);
    }

    /** Hibernate finds such a query never again in its cache of plans: each call adds one, until those that are used have been pushed out. */
    @Test
    void noNativeQueryNamesTheClassOfASingleValue() throws IOException {
        Pattern named = Pattern.compile(
                "createNativeQuery\\([^;]*?,\\s*(String|Boolean|Integer|Long|BigDecimal|Instant|LocalDate|LocalDateTime)\\.class\\)");
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            Matcher matcher = named.matcher(Files.readString(file).replaceAll("\\.get\\([^)]*\\)", ""));
            while (matcher.find()) found.add(SOURCES.relativize(file) + ": " + matcher.group());
        }
        assertEquals(List.of(), found);
    }

    @Test
    void everyRoomSaysWhatItIs() throws IOException {
        List<Path> silent = new ArrayList<>();
        for (Path file : sources()) {
            if (!Files.exists(file.resolveSibling("package-info.java"))) silent.add(file.getParent());
        }
        assertEquals(List.of(), silent);
    }

    @Test
    void noFloorIsImportedFromAbove() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        GROUND.stream().map(room -> "fr.terrain." + room + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat(resideInAPackage("fr.terrain.*..").and(DescribedPredicate.not(inAnyOf(GROUND))))
                .check(HOUSE);
    }

    private static ArchRule arrowsOf(String room) {
        Set<String> allowed = new TreeSet<>(ARROWS.get(room));
        allowed.addAll(GROUND);
        allowed.add(room);
        return noClasses()
                .that()
                .resideInAPackage("fr.terrain." + room + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("fr.terrain.*..").and(DescribedPredicate.not(inAnyOf(allowed))))
                .allowEmptyShould(true);
    }

    private static ArchRule sqlHasItsPlaces() {
        return classes()
                .that(DescribedPredicate.describe(
                        "use the entity manager",
                        one -> one.getDirectDependenciesFromSelf().stream()
                                .anyMatch(use -> use.getTargetClass().isEquivalentTo(EntityManager.class))))
                .should()
                .haveNameMatching(".*(Repository|\\.(" + String.join("|", SQL_NOUNS) + "))");
    }

    private static DescribedPredicate<JavaClass> inAnyOf(Set<String> rooms) {
        return DescribedPredicate.describe("in " + rooms, one -> rooms.contains(room(one)));
    }

    /** The room of a class; empty for the few classes of the house itself. */
    private static String room(JavaClass one) {
        String[] path = one.getPackageName().split("\\.");
        return Arrays.asList(path).size() > 2 ? path[2] : "";
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}

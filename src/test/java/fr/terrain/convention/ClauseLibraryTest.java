package fr.terrain.convention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.document.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The clause files: what makes them unreadable is told by file and line before any convention is drawn. */
class ClauseLibraryTest {
    @Test
    void refusesAReferenceToAClauseThatDoesNotApplyHere() {
        ConventionText broken =
                new ConventionText(new ClauseLibrary(changed("010-objet.md", s -> s.replace("[](#MOD)", "[](#VEH)"))));
        IncompleteConvention error =
                assertThrows(IncompleteConvention.class, () -> broken.assemble(ConventionSamples.port()));
        assertEquals(
                List.of("010-objet.md, ligne 20 : Renvoi à une clause absente de cette convention : « VEH »"),
                error.problems().stream().map(Problem::toString).toList());
    }

    @Test
    void refusesTwoVariantsOfOneArticle() {
        ConventionText broken = new ConventionText(new ClauseLibrary(changed(
                "022-domaine-prive-pret.md",
                s -> s.replace("site.domaine = prive et redevance.mode = gratuite", "site.domaine != prive"))));
        IncompleteConvention error =
                assertThrows(IncompleteConvention.class, () -> broken.assemble(ConventionSamples.port()));
        assertEquals(
                List.of(
                        "022-domaine-prive-pret.md, ligne 7 : Deux variantes s’appliquent à la fois : « DOM-C » et « DOM-B »"),
                error.problems().stream().map(Problem::toString).toList());
    }

    @Test
    void loadsNoLibraryWithAMistake() {
        assertLoadFails(
                "010-objet.md",
                s -> s.replace("{objet}", "{but}"),
                "010-objet.md, ligne 16 : Donnée inconnue : « but »");
        assertLoadFails(
                "010-objet.md",
                s -> s.replace("[](#MOD)", "[](#MODD)"),
                "010-objet.md, ligne 20 : Renvoi à une clause inexistante : « MODD »");
        assertLoadFails(
                "071-suspension-massif.md",
                s -> s.replace("sejour.mois", "sejour.moi"),
                "071-suspension-massif.md, ligne 7 : Donnée inconnue : « sejour.moi »");
        assertLoadFails(
                "071-suspension-massif.md",
                s -> s.replace("et sejour", "sejour"),
                "071-suspension-massif.md, ligne 7 : « et », « ou » ou la fin de la condition attendu : on lit « sejour.mois » (caractère 38)");
        assertLoadFails(
                "030-site.md",
                s -> s.replace("carte:situation", "carte:autre"),
                "030-site.md, ligne 30 : Figure inconnue : « carte:autre »");
        assertLoadFails(
                "080-personnel.md",
                s -> s.replace("certitude: B", "certitude: D"),
                "080-personnel.md, ligne 7 : Valeur illisible : « certitude: D »");
        assertLoadFails(
                "080-personnel.md",
                s -> s.replace("fondement:", "base:"),
                "080-personnel.md, ligne 1 : Clé absente de l’en-tête : « fondement »");
        assertLoadFails(
                "090-etats-des-lieux.md",
                s -> s.replace("ordre: 90", "ordre: 80"),
                "090-etats-des-lieux.md, ligne 5 : Ordre contraire au sommaire : 80");
        assertLoadFails(
                "090-etats-des-lieux.md",
                s -> s.replace("code: EDL", "code: PER"),
                "090-etats-des-lieux.md, ligne 2 : Code déjà pris : « PER »");
    }

    @Test
    void everyClauseFileIsListedAndNoneIsValidatedYet() throws Exception {
        try (var files = Files.list(Path.of("templates/conventions/mise-a-disposition/clauses"))) {
            List<String> names =
                    files.map(p -> p.getFileName().toString()).sorted().toList();
            assertEquals(names, Files.readAllLines(Path.of("templates/conventions/mise-a-disposition/sommaire.txt")));
        }
        for (Clause clause : ClauseLibrary.load("mise-a-disposition").clauses()) {
            assertEquals(Clause.State.BROUILLON, clause.state(), clause.code());
            assertEquals("", clause.validatedBy(), clause.code());
            assertFalse(clause.basis().isBlank(), clause.code());
        }
    }

    private static void assertLoadFails(String file, UnaryOperator<String> change, String problem) {
        IncompleteConvention error =
                assertThrows(IncompleteConvention.class, () -> new ClauseLibrary(changed(file, change)));
        assertTrue(error.problems().stream().map(Problem::toString).toList().contains(problem), error.getMessage());
    }

    private static UnaryOperator<String> changed(String file, UnaryOperator<String> change) {
        return path -> {
            try {
                String text = Files.readString(Path.of("templates/conventions/mise-a-disposition", path));
                return path.equals("clauses/" + file) ? change.apply(text) : text;
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        };
    }
}

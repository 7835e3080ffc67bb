package fr.terrain.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
    private final Facts facts = Facts.none()
            .with("site.domaine", "public")
            .with("site.contraintes", List.of("MASSIF_ETE", "CTR"))
            .with("sejour.mois", List.of(5, 6))
            .with("sejour.jours", 123)
            .with("sejour.debut", LocalDate.of(2027, 5, 3))
            .with("projet.drone", true)
            .with("projet.radio", false)
            .with("redevance.montant", new BigDecimal("45.50"))
            .with("occupant.nature", "association d’intérêt général");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            site.domaine = public | true
            site.domaine = prive | false
            site.domaine != prive | true
            site.domaine dans (prive, public) | true
            site.domaine dans (prive, port) | false
            projet.drone = oui et projet.radio = non | true
            projet.drone = oui et projet.radio = oui | false
            projet.radio = oui ou projet.drone = oui | true
            projet.radio = oui et projet.drone = oui ou site.domaine = public | true
            projet.radio = oui et (projet.drone = oui ou site.domaine = public) | false
            non (site.domaine = prive) | true
            non (projet.drone = oui et projet.radio = non) | false
            sejour.jours <= 123 | true
            sejour.jours < 123 | false
            sejour.jours >= 123 | true
            sejour.jours > 122.9 | true
            redevance.montant = 45.5 | true
            sejour.debut >= 2027-05-03 et sejour.debut < 2027-06-01 | true
            sejour.debut > 2027-05-03 | false
            site.contraintes contient CTR | true
            site.contraintes contient N2000 | false
            site.contraintes dans (N2000, MASSIF_ETE) et sejour.mois dans (6, 7, 8, 9) | true
            sejour.mois dans (7, 8) | false
            occupant.nature = « association d’intérêt général » | true
            """)
    void holdsAsFrenchWordsSay(String condition, boolean expected) {
        assertEquals(expected, Condition.parse(condition).holds(facts));
    }

    @Test
    void anEmptyConditionAlwaysHolds() {
        assertTrue(Condition.parse(" ").holds(Facts.none()));
        assertTrue(Condition.parse(null).holds(Facts.none()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            site.domaine | 13 | la condition s’arrête
            site.domaine = | 15 | la condition s’arrête
            site.domaine = public projet.drone = oui | 23 | on lit « projet.drone »
            (site.domaine = public | 23 | « ) » attendu
            site.domaine = public & projet.drone = oui | 23 | Signe inattendu : « & »
            site.domaine est public | 14 | on lit « est »
            et site.domaine = public | 1 | le nom d’une donnée
            sejour.debut > 2027-02-30 | 16 | Date inexistante
            site.domaine dans () | 20 | une valeur attendu
            """)
    void saysWhereItCannotBeRead(String condition, int position, String words) {
        ConditionError error = assertThrows(ConditionError.class, () -> Condition.parse(condition));
        assertEquals(position, error.position());
        assertTrue(error.getMessage().contains(words), error.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            projet.drome = oui | 1 | Donnée inconnue : « projet.drome »
            projet.drone = oui ou site.nom = x | 23 | Donnée inconnue : « site.nom »
            site.contraintes = CTR | 1 | est une liste
            site.domaine contient a | 1 | demande une liste
            site.domaine > a | 1 | compare des nombres ou des dates
            sejour.jours = beaucoup | 1 | ne se compare pas
            sejour.debut > 3 | 1 | ne se compare pas
            """)
    void refusesToJudgeWhatTheFactsDoNotAllow(String condition, int position, String words) {
        ConditionError error = assertThrows(
                ConditionError.class, () -> Condition.parse(condition).holds(facts));
        assertEquals(position, error.position());
        assertTrue(error.getMessage().contains(words), error.getMessage());
    }

    @Test
    void givesTheFactsThatMadeItHold() {
        Condition condition =
                Condition.parse("site.domaine = prive ou site.contraintes contient CTR et projet.drone = oui");
        assertEquals(List.of("site.contraintes = MASSIF_ETE, CTR", "projet.drone = oui"), condition.reasons(facts));
        assertEquals(List.of(), Condition.parse("site.domaine = prive").reasons(facts));
    }

    @Test
    void boundsLengthAndNesting() {
        assertThrows(ConditionError.class, () -> Condition.parse("a = b ou ".repeat(200) + "a = b"));
        assertThrows(ConditionError.class, () -> Condition.parse("(".repeat(50) + "a = b" + ")".repeat(50)));
        assertFalse(Condition.parse("(((site.domaine = prive)))").holds(facts));
    }
}

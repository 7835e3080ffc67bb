package fr.terrain.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.User;
import fr.terrain.account.Account;
import fr.terrain.account.AccountRepository;
import fr.terrain.http.ProblemException;
import fr.terrain.site.CensusEntry.Decision;
import fr.terrain.territory.Whereabouts;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is made of entries of the census, and what is said of a place before it is published. */
@QuarkusTest
class CensusDeskTest {
    private static final String OPEN = """
            select cast(id as text) from census_standing where state = 'TO_DO' order by id desc limit 2
            """;

    @Inject
    Fixtures fixtures;

    @Inject
    AccountRepository accounts;

    @Inject
    CensusDesk desk;

    private Account officer;
    private String entry;
    private String other;

    @BeforeEach
    void anOfficerAndTwoEntries() {
        long operator = ((Number) fixtures.one("select id from organisation where operator")).longValue();
        fixtures.member(operator, User.INSTRUCTEUR, "instruct", "decide", "keep_sites", "manage_members");
        officer = accounts.findById(fixtures.account(User.INSTRUCTEUR));
        List<?> open = fixtures.list(OPEN);
        entry = (String) open.getFirst();
        other = (String) open.getLast();
    }

    @Test
    void aDecisionIsTakenOnceAndTakenBackWithItsTraceKept() {
        desk.reject(entry, "Le lieu a été démoli.", officer);
        assertEquals(Decision.REJECTED, desk.get(entry, officer).decision());
        assertThrows(SiteRefusal.class, () -> desk.merge(entry, other, officer));
        desk.reopen(entry, officer);
        assertEquals(Decision.TO_DO, desk.get(entry, officer).decision());
        assertThrows(SiteRefusal.class, () -> desk.reopen(entry, officer));
        desk.merge(entry, other, officer);
        assertEquals(other, desk.get(entry, officer).mergedInto());
        assertThrows(ProblemException.class, () -> desk.merge(other, entry, officer));
        desk.reopen(entry, officer);
        assertEquals(4, desk.get(entry, officer).seq());
    }

    @Test
    void aRejectionSaysWhyAndNobodyElseSeesTheEntry() {
        assertThrows(ProblemException.class, () -> desk.reject(entry, " ", officer));
        Account stranger = accounts.findById(fixtures.account(User.PORTEUSE));
        assertThrows(ProblemException.class, () -> desk.get(entry, stranger));
        assertEquals(Decision.TO_DO, desk.get(entry, officer).decision());
    }

    @Test
    void whatLiesAroundIsSaidInWords() {
        SiteContent.Place place = SiteContents.complete("Banc d’essai").place();
        Whereabouts outside = new Whereabouts("13041", "Gardanne", Whereabouts.Basis.OUTSIDE, 40_000);
        Whereabouts elsewhere = new Whereabouts("13001", "Aix-en-Provence", Whereabouts.Basis.OVERLAP, 0);
        Whereabouts here = new Whereabouts("13041", "Gardanne", Whereabouts.Basis.OVERLAP, 0);
        assertEquals(
                List.of(
                        new Check("Le lieu est hors du territoire de la Métropole."),
                        new Check("Le point d’accès est à 501 m du périmètre.")),
                Check.of(place, new Check.Around(outside, List.of(), List.of(), null, 501L)));
        assertEquals(
                List.of(
                        new Check("Le lieu semble être à Aix-en-Provence, et non dans la commune choisie."),
                        new Check("Le périmètre recouvre une partie de «\u202fQuai d’essai\u202f»."),
                        new Check("Les lieux voisins portent aussi\u00a0: Port, Drone.")),
                Check.of(
                        place,
                        new Check.Around(elsewhere, List.of("Quai d’essai"), List.of("Port", "Drone"), null, 500L)));
        assertEquals(List.of(), Check.of(place, new Check.Around(here, List.of(), List.of(), null, 0L)));
    }
}

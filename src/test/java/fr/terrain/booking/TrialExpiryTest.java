package fr.terrain.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.TestClock;
import fr.terrain.booking.Trials.Trial;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** What the passing of time ends: drafts that nobody touches, agreements without a convention, conventions without signatures or without a start. */
@QuarkusTest
class TrialExpiryTest {
    @Inject
    Trials trials;

    @Inject
    Fixtures fixtures;

    @Test
    void anAgreementWithoutAConventionLapsesWithItsPeriod() {
        Trial trial = trials.approved();
        TestClock.travel(Trials.END);
        trials.rings(trial, "EXPIRY");
        assertEquals("EXPIRED", trials.status(trial));
        assertEquals("nothing", trials.rows(trial));
    }

    @Test
    void aConventionIsSignedByItsFirstDay() {
        Trial trial = trials.signing();
        trials.sign("porteur", trial);
        assertEquals("2027-05-03 00:00", trials.due(trial, "SIGNATURE"));
        TestClock.travel(Trials.START);
        trials.rings(trial, "SIGNATURE");
        assertEquals("EXPIRED", trials.status(trial));
        assertEquals("nothing", trials.rows(trial));
        assertEquals("VOID", trials.convention(trial, "juriste").getString("state"));
        assertEquals(
                1, trials.convention(trial, "juriste").getList("signatures").size());
        assertNull(trials.due(trial, "EXPIRY"));
    }

    @Test
    void aConventionOfTheLastMomentHasItsMonthToBeSigned() {
        Trial trial = trials.approved(LocalDateTime.parse("2026-12-10T00:00"), LocalDateTime.parse("2027-02-10T00:00"));
        trials.issue(trial);
        assertEquals("2027-01-01 00:00", trials.due(trial, "SIGNATURE"));
    }

    @Test
    void whatNeverStartedLapsesWithItsPeriodAndStaysSigned() {
        Trial trial = trials.signed();
        TestClock.travel(Trials.END);
        trials.rings(trial, "EXPIRY");
        assertEquals("EXPIRED", trials.status(trial));
        assertEquals("SIGNED", trials.convention(trial, "juriste").getString("state"));
        assertNull(trials.due(trial, "START"));
    }

    @Test
    void aDraftThatNobodyTouchesIsGivenUpAfterSixMonths() {
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        long occupant = fixtures.occupant(User.PORTEUR);
        LocalDate first = TestClock.today().plusDays(200);
        int id = Requests.create("porteur", Requests.body(place, occupant, first, first.plusDays(3)));
        Trial draft = new Trial(id, null, place, occupant, null);
        assertEquals("2027-06-02 00:00", trials.due(draft, "DRAFT"));
        TestClock.travel(LocalDateTime.parse("2027-03-01T12:00"));
        fixtures.run(
                "update booking set updated_at = '2027-03-01T12:00+01', version = version + 1 where id = :id",
                "id",
                (long) id);
        TestClock.travel(LocalDateTime.parse("2027-06-02T00:00"));
        trials.rings(draft, "DRAFT");
        assertEquals("DRAFT", trials.status(draft));
        assertEquals("2027-09-02 00:00", trials.due(draft, "DRAFT"));
        TestClock.travel(LocalDateTime.parse("2027-09-02T00:00"));
        trials.rings(draft, "DRAFT");
        assertEquals("EXPIRED", trials.status(draft));
    }

    @Test
    void whatIsOverHasNothingLeftToWaitFor() {
        Trial trial = trials.signing();
        trials.does("porteur", trial.path("withdrawal"), "{}");
        for (String kind : new String[] {"SIGNATURE", "EXPIRY", "START", "FINISH"})
            assertNull(trials.due(trial, kind), kind);
    }
}

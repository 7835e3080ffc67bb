package fr.terrain.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.Session;
import fr.terrain.Statements;
import fr.terrain.TestClock;
import fr.terrain.account.Account;
import fr.terrain.availability.Claim;
import fr.terrain.availability.LocalSlot;
import fr.terrain.availability.Occupation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of the reader's requests, on the real database; the reader has none but these, so that one page holds them. */
@QuarkusTest
class RequestPagesTest {
    private static final LocalDate START = TestClock.today().plusDays(60);

    @TestHTTPResource("/")
    URI root;

    @Inject
    Fixtures fixtures;

    @Inject
    Statements statements;

    @Inject
    Strips strips;

    @Inject
    SummaryRepository summaries;

    @Inject
    Occupation occupation;

    private Place place;
    private long occupant;

    @BeforeEach
    void placeAndOccupant() {
        leaveOthersBehind();
        place = fixtures.place(new SpaceOf(1, 0, 0), new SpaceOf(1, 0, 0));
        occupant = fixtures.occupant(User.ADMIN);
    }

    /** Organisations of other tests, whose requests would fill the page, go to another manager. */
    private void leaveOthersBehind() {
        long admin = fixtures.account(User.ADMIN);
        fixtures.run("""
                insert into member (organisation_id, account_id, capabilities)
                select m.organisation_id, :other, m.capabilities from member m
                 where m.account_id = :admin and exists (select from party p where p.organisation_id = m.organisation_id and p.role = 'OCCUPANT')
                on conflict (organisation_id, account_id) do update set capabilities = excluded.capabilities
                """, "admin", admin, "other", fixtures.account(User.PORTEUR));
        fixtures.run("""
                delete from member m where m.account_id = :admin
                   and exists (select from party p where p.organisation_id = m.organisation_id and p.role = 'OCCUPANT')
                """, "admin", admin);
    }

    @Test
    void asksTheDatabaseAsOftenForTenRequestsAsForTwo() {
        ask(place, 0, START);
        ask(fixtures.place(new SpaceOf(1, 0, 0)), 0, START);
        Session owner = new Session(root).signIn("admin");
        int shown = strips(owner);
        long forTwo = statements.countDuring(() -> assertEquals(shown, strips(owner)));
        for (int more = 0; more < 8; more++)
            ask(more % 2 == 0 ? place : fixtures.place(new SpaceOf(1, 0, 0)), 0, START.plusWeeks(more));
        long forTen = statements.countDuring(() -> assertEquals(shown + 8, strips(owner)));
        assertTrue(forTwo > 0, "statements are counted");
        assertEquals(forTwo, forTen);
    }

    @Test
    void eachRequestHasTheStripOfItsOwnSpacesAndDays() {
        Place elsewhere = fixtures.place(new SpaceOf(1, 0, 0));
        List<Long> asked = List.of(
                ask(place, 0, START),
                ask(place, 1, START),
                ask(place, 0, START.plusYears(1)),
                ask(elsewhere, 0, START));
        take(asked.getFirst(), place, 0, START);
        List<Summary> requests = summaries.listMine(owner(), 100, 0).stream()
                .filter(one -> asked.contains(one.id()))
                .toList();
        Map<Long, RequestStrip> drawn = strips.of(requests);
        assertEquals(4, drawn.size());
        assertNotEquals(drawn.get(asked.get(0)), drawn.get(asked.get(1)), "one space is taken, the other is not");
        for (Summary one : requests)
            assertEquals(
                    strips.of(one.siteId(), summaries.listSpaces(List.of(one)).get(one.id()), one.first(), one.last()),
                    drawn.get(one.id()),
                    one.reference());
    }

    @Test
    void weeksGoneByAreSaidPast() {
        ask(place, 0, TestClock.today().plusDays(14));
        String page = new Session(root).signIn("admin").get("/mes-demandes").body();
        String label = page.substring(page.indexOf("aria-label=\"Semaines"));
        assertTrue(
                label.substring(0, 200).contains("2 semaines passées, 11 semaines libres."), label.substring(0, 200));
        assertTrue(page.contains("<i data-s=\"past\"></i>Passé"), "the key says it");
    }

    private static int strips(Session owner) {
        return owner.get("/mes-demandes").body().split("class=\"strip\"", -1).length - 1;
    }

    /** A request under review for one space of a place, for a week. */
    private long ask(Place where, int space, LocalDate first) {
        LocalSlot week = week(first);
        List<Long> wanted = List.of(where.spaces().get(space));
        return fixtures.inReview(where, occupant, wanted, false, week.starts(), week.ends());
    }

    private void take(long booking, Place where, int space, LocalDate first) {
        Claim claim =
                new Claim(where.spaces().get(space), false, List.of(week(first).withBuffers(0, 0)));
        QuarkusTransaction.requiringNew().run(() -> occupation.take(booking, List.of(claim)));
    }

    private static LocalSlot week(LocalDate first) {
        return new LocalSlot(first.atStartOfDay(), first.plusDays(7).atStartOfDay());
    }

    private Account owner() {
        Account owner = new Account();
        owner.id = ((Number)
                        fixtures.one("select id from account where subject = :subject", "subject", User.ADMIN.subject))
                .longValue();
        return owner;
    }
}

package fr.terrain.feed;

import static fr.terrain.feed.Calendars.address;
import static fr.terrain.feed.Calendars.of;
import static fr.terrain.feed.Calendars.read;
import static fr.terrain.feed.Calendars.text;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.ICalendar;
import fr.terrain.Fixtures.User;
import fr.terrain.Session;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The secret addresses of calendars: who has one, who ends it, and who reads nothing by it. */
@QuarkusTest
class CalendarAddressTest extends WithCalendars {
    @Test
    void anAddressThatEndedIsNotThere() {
        String first = ofOrganisation();
        given().get(first).then().statusCode(200);
        String second = ofOrganisation();
        given().get(first).then().statusCode(404);
        given().get(second).then().statusCode(200);
        assertEquals(
                303,
                owner.submit("/mes-calendriers", "/mes-calendriers/revocation", "organisation", Long.toString(occupant))
                        .statusCode());
        given().get(second).then().statusCode(404);
        given().get("/calendriers/" + "A".repeat(43) + ".ics").then().statusCode(404);
        given().get("/calendriers/court.ics").then().statusCode(404);
    }

    @Test
    void onlyTheHashOfAnAddressIsKept() {
        String address = ofOrganisation();
        String token = address.replaceAll(".*/|\\.ics", "");
        assertEquals(43, token.length());
        assertEquals(
                1L,
                fixtures.one(
                        "select count(*) from calendar_address where token_hash = sha256(convert_to(:token, 'UTF8'))",
                        "token",
                        token));
        assertFalse(owner.get("/mes-calendriers").body().contains(token));
    }

    @Test
    void whoLeavesTheOrganisationReadsNothingMore() {
        long booking = fixtures.inReview(place, occupant, place.spaces(), false, START, START.plusHours(8));
        fixtures.member(occupant, User.PORTEUSE, "manage_members");
        String address = ofOrganisation();
        assertEquals(1, of(read(address), booking).size());
        fixtures.run(
                "delete from member where organisation_id = :organisation and account_id = :account",
                "organisation",
                occupant,
                "account",
                fixtures.account(User.PORTEUR));
        assertEquals(List.of(), read(address).getEvents());
    }

    @Test
    void nobodyReadsWhatIsOfOthers() {
        long theirs = fixtures.inReview(
                place, fixtures.occupant(User.PORTEUSE), place.spaces(), false, START, START.plusHours(8));
        long mine = fixtures.inReview(
                place,
                occupant,
                place.spaces(),
                false,
                START.plusDays(1),
                START.plusDays(1).plusHours(8));
        fixtures.member(occupant, User.PARTENAIRE);
        String address = address("0", new Session(root).signIn("partenaire"));
        ICalendar all = read(address);
        assertEquals(1, of(all, mine).size());
        assertEquals(List.of(), of(all, theirs));
        assertFalse(text(address).contains(reference(theirs)));
        Session officer = new Session(root).signIn("instructeur");
        ICalendar grantor = read(address(Long.toString(place.grantor()), officer));
        assertEquals(1, of(grantor, mine).size());
        assertEquals(1, of(grantor, theirs).size());
        assertTrue(of(grantor, mine).getFirst().getUrl().getValue().contains("/instruction/"));
        assertEquals(
                404,
                owner.submit(
                                "/mes-calendriers",
                                "/mes-calendriers/adresse",
                                "organisation",
                                Long.toString(place.grantor()))
                        .statusCode());
    }

    @Test
    void theCalendarOfOneOrganisationHasNothingOfAnother() {
        long other = fixtures.occupant(User.PORTEUR);
        long there = fixtures.inReview(place, other, place.spaces(), false, START, START.plusHours(8));
        long here = fixtures.inReview(
                place,
                occupant,
                place.spaces(),
                false,
                START.plusDays(1),
                START.plusDays(1).plusHours(8));
        ICalendar calendar = read(ofOrganisation());
        assertEquals(1, of(calendar, here).size());
        assertEquals(List.of(), of(calendar, there));
        assertEquals(1, calendar.getEvents().size());
    }
}

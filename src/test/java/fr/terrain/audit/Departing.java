package fr.terrain.audit;

import static fr.terrain.Tokens.as;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.booking.Requests;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** {@code porteuse}, whom tests forget: what she has asked for, and the world without what other tests left in her name. */
@ApplicationScoped
class Departing {
    static final String REASON = "Demande reçue par courrier le 24 novembre 2026.";

    private static final LocalDate START = LocalDate.parse("2027-03-01");

    @Inject
    Fixtures fixtures;

    private Place place;
    private long occupant;
    private long person;
    private String name;

    /** An organisation that two manage, and one of them, whom the tests forget. */
    void come() {
        as("porteuse").get("/api/bookings").then().statusCode(200);
        place = fixtures.place(new SpaceOf(5, 0, 0));
        occupant = fixtures.occupant(User.PORTEUSE);
        fixtures.member(occupant, User.PORTEUR, "sign", "manage_members");
        fixtures.run(
                "delete from member where account_id = :id and organisation_id <> :mine and not 'manage_members' = any (capabilities)",
                "id",
                fixtures.account(User.PORTEUSE),
                "mine",
                occupant);
        as("porteuse").get("/api/bookings").then().statusCode(200);
        person = ((Number) account("id")).longValue();
        name = (String) account("name");
        fixtures.run("update booking set officer_id = null where officer_id = :id", "id", person);
        leaveOthersBehind();
    }

    /** What other tests left in the name of this person: organisations that they manage alone get another manager. */
    private void leaveOthersBehind() {
        fixtures.run("""
                insert into member (organisation_id, account_id, capabilities)
                select m.organisation_id, :other, m.capabilities from member m where m.account_id = :id
                on conflict (organisation_id, account_id) do update set capabilities = excluded.capabilities
                """, "id", person, "other", fixtures.account(User.PORTEUR));
        fixtures.run("delete from representative where account_id = :id", "id", person);
    }

    /** What the demonstration gives to this person is theirs again, under the account that their next visit makes. */
    void restore() {
        long again = fixtures.account(User.PORTEUSE);
        fixtures.run("""
                insert into member (organisation_id, account_id, capabilities)
                select id, :again, '{sign,manage_members}' from organisation where siret = '00000003400017' on conflict do nothing
                """, "again", again);
        fixtures.run("""
                delete from member where account_id = :other and organisation_id = (select id from organisation where siret = '00000003400017')
                """, "other", fixtures.account(User.PORTEUR));
        fixtures.run("""
                insert into representative (organisation_id, account_id, name, quality, delegation_act, valid_from)
                select id, :again, 'Signataire de démonstration', 'Présidente de l’association (démonstration)', 'Statuts DEMO-2026-S03', '2026-01-01'
                  from organisation o where siret = '00000003400017' and not exists (select from representative where organisation_id = o.id)
                """, "again", again);
    }

    Object account(String column) {
        return fixtures.one(
                "select " + column + " from account where subject = :subject", "subject", User.PORTEUSE.subject);
    }

    long occupant() {
        return occupant;
    }

    long person() {
        return person;
    }

    String name() {
        return name;
    }

    static ValidatableResponse forget(String who, long person, String reason) {
        return as(who).contentType("application/json")
                .body("{\"reason\": \"" + reason + "\"}")
                .post("/api/accounts/{id}/forgetting", person)
                .then();
    }

    long sent() {
        long booking = Requests.create("porteuse", Requests.body(place, occupant, START, START.plusDays(3)));
        verb("porteuse", booking, "submission", "");
        return booking;
    }

    long refused(String fact) {
        long booking = sent();
        verb("instructeur", booking, "review", "");
        verb(
                "instructeur",
                booking,
                "refusal",
                "{\"law\": \"Article L. 2122-1 du CG3P : l’usage doit rester compatible.\", \"fact\": \"" + fact
                        + "\"}");
        return booking;
    }

    /** The words of the last event of a request. */
    Object words(long booking) {
        return fixtures.one("""
                select cast(d.content as text) from event_detail d join booking_event e on e.id = d.event_id
                 where e.booking_id = :id order by e.seq desc limit 1
                """, "id", booking);
    }

    static void verb(String user, long booking, String noun, String body) {
        as(user).contentType("application/json")
                .body(body)
                .post("/api/bookings/{id}/{noun}", booking, noun)
                .then()
                .statusCode(200);
    }
}

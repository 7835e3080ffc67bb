package fr.terrain.convention;

import static fr.terrain.Tokens.as;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.booking.Requests;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Spaces of one request that do not open at the same hours: each is reserved, priced and written down for its own. */
@QuarkusTest
class SpaceHoursTest {
    /** A Monday to the Sunday of the week after. */
    private static final LocalDate FIRST = LocalDate.of(2027, 5, 3);

    private static final LocalDate LAST = LocalDate.of(2027, 5, 16);

    @Inject
    Fixtures fixtures;

    private Place place;
    private long occupant;
    private long night;
    private long office;

    @BeforeEach
    void aPlaceOfTwoKindsOfHours() {
        place = fixtures.place(new SpaceOf(1, 0, 0), new SpaceOf(1, 1, 1));
        occupant = fixtures.occupant(User.PORTEUR);
        night = place.spaces().getFirst();
        office = place.spaces().getLast();
        fixtures.run("update space set overnight = false, name = 'Bureau' where id = :id", "id", office);
        fixtures.run("update space set name = 'Quai' where id = :id", "id", night);
        fixtures.run("""
                insert into opening_rule (space_id, kind, weekdays, opens, closes) values (:id, 'OPEN', '{1,2,3,4,5}', '08:00', '18:00')
                """, "id", office);
    }

    @Test
    void eachSpaceHasItsOwnSlotsAndTheFeeStaysAsItWasShown() {
        int id = Requests.create("porteur", Requests.body(place, occupant, FIRST, LAST));
        JsonPath draft = as("porteur").get("/api/bookings/{id}", id).jsonPath();
        assertEquals(
                1,
                draft.getList("slots.findAll { it.space == %d }".formatted(night))
                        .size());
        assertEquals(
                10,
                draft.getList("slots.findAll { it.space == %d }".formatted(office))
                        .size());
        as("porteur")
                .post("/api/bookings/{id}/submission", id)
                .then()
                .statusCode(200)
                .body("fee", equalTo(draft.get("fee")));
    }

    @Test
    void aSpaceIsHeldForItsOwnHoursOnly() {
        approved(LocalDate.of(2027, 5, 3), LocalDate.of(2027, 5, 4));
        assertEquals(
                "{[\"2027-05-02 06:00:00+00\",\"2027-05-05 16:00:00+00\")}",
                fixtures.one(HELD, "space", office).toString());
        assertEquals(
                "{[\"2027-05-02 22:00:00+00\",\"2027-05-04 22:00:00+00\")}",
                fixtures.one(HELD, "space", night).toString());
    }

    @Test
    void theConventionSaysTheHoursAndTheAccessOfEachSpace() throws Exception {
        int id = approved(FIRST, LAST);
        String number = as("juriste")
                .post("/api/bookings/{id}/conventions", id)
                .then()
                .statusCode(201)
                .extract()
                .path("number");
        Path pdf = Files.createTempFile("heures", ".pdf");
        Files.write(
                pdf, as("porteur").get("/api/conventions/{number}.pdf", number).asByteArray());
        Process read = new ProcessBuilder("pdftotext", "-layout", pdf.toString(), "-").start();
        String text = new String(read.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .replaceAll("[\\s\\u00a0\\u202f]+", " ");
        Files.delete(pdf);
        assertTrue(text.contains("court du 2 mai 2027 au 16 mai 2027 inclus"), text);
        assertTrue(text.contains("Le montage peut commencer le 2 mai 2027 à 8 h."), text);
        assertFalse(text.contains("Le démontage est achevé"), text);
        assertTrue(text.contains("Quai 3 mai 2027 à 0 h 16 mai 2027 à 24 h"), text);
        assertTrue(text.contains("Bureau 2 mai 2027 à 8 h 15 mai 2027 à 18 h"), text);
        assertTrue(text.contains("1 (Quai) 3 mai 2027 à 0 h 16 mai 2027 à 24 h"), text);
        assertTrue(text.contains("2 (Bureau) 3 mai 2027 à 8 h 3 mai 2027 à 18 h"), text);
    }

    @Test
    void thePlanShowsTheSpacesThatAreAskedForAndNotTheWholeSite() {
        fixtures.run(
                "update site set perimeter = st_multi(st_makeenvelope(5.30, 43.20, 5.40, 43.30, 4326)) where id = :site",
                "site",
                place.site());
        fixtures.run(
                "update space set footprint = st_multi(st_makeenvelope(5.31, 43.21, 5.32, 43.22, 4326)) where id = :id",
                "id",
                night);
        fixtures.run(
                "update space set footprint = st_multi(st_makeenvelope(5.33, 43.21, 5.34, 43.22, 4326)) where id = :id",
                "id",
                office);
        int id = approved(FIRST, LAST);
        as("juriste").post("/api/bookings/{id}/conventions", id).then().statusCode(201);
        assertEquals("2 5.31 5.33", fixtures.one("""
                        select concat_ws(' ', jsonb_array_length(inputs #> '{site,perimeter,coordinates}'),
                          (select min(corner ->> 0) from jsonb_array_elements(inputs #> '{site,perimeter,coordinates,0,0}') corner),
                          (select min(corner ->> 0) from jsonb_array_elements(inputs #> '{site,perimeter,coordinates,1,0}') corner))
                          from document where booking_id = :id
                        """, "id", id));
    }

    @Test
    void spacesOfTheSameHoursAreToldOnce() {
        Place alike = fixtures.place(new SpaceOf(1, 1, 1), new SpaceOf(2, 1, 1));
        int id = Requests.create("porteur", Requests.body(alike, occupant, FIRST, LAST));
        as("porteur")
                .get("/api/bookings/{id}", id)
                .then()
                .body("slots.starts", equalTo(List.of("2027-05-03T00:00:00", "2027-05-03T00:00:00")));
    }

    private static final String HELD = """
            select cast(range_agg(tstzrange(lower(during), upper(during))) as text) from occupation where space_id = :space
            """;

    private int approved(LocalDate first, LocalDate last) {
        Map<String, Object> body = Requests.body(place, occupant, first, last);
        int id = Requests.create("porteur", body);
        as("porteur").post("/api/bookings/{id}/submission", id).then().statusCode(200);
        as("instructeur").post("/api/bookings/{id}/review", id).then().statusCode(200);
        as("instructeur")
                .contentType("application/json")
                .body(Requests.AGREED)
                .post("/api/bookings/{id}/approval", id)
                .then()
                .statusCode(200);
        return id;
    }
}

package fr.terrain.convention;

import static fr.terrain.Tokens.as;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;

/** Requests of {@code porteur} that {@code instructeur} has agreed to, each on a site of its own: all that a convention needs is there. */
@ApplicationScoped
class AgreedBookings {
    private static final LocalDateTime START = LocalDateTime.parse("2027-05-03T00:00");
    private static final String LINES = """
            [{"label": "Occupation", "unit": "DAY", "quantity": 21, "unitPrice": 12.50, "minimum": 0, "amount": 262.50,
              "grid": "Grille de test", "deliberation": "TEST-2026-001", "deliberationDate": "2026-01-15"}]""";

    @Inject
    Fixtures fixtures;

    /** A booking with its reference, its occupant and who grants it. */
    record Agreed(long id, String reference, long occupant, long grantor) {}

    Agreed next() {
        Place place = fixtures.place(new SpaceOf(1, 1, 1));
        long occupant = fixtures.occupant(User.PORTEUR);
        long booking = fixtures.inReview(place, occupant, place.spaces(), false, START, START.plusDays(21));
        fixtures.run(
                "update booking set fee_amount = 262.50, fee_detail = cast(:lines as jsonb) where id = :id",
                "id",
                booking,
                "lines",
                LINES);
        fixtures.run(
                "update project set purpose = 'Mesurer la houle.', protocol = 'Une bouée, un relevé par minute.', people = 3"
                        + " where id = (select project_id from booking where id = :id)",
                "id",
                booking);
        as("instructeur")
                .contentType("application/json")
                .body("""
                        {"economicNature": "NO", "awardRoute": "PUBLICITY", "awardReason": "Avis publié du 1er au 15 février 2027."}""")
                .post("/api/bookings/{id}/approval", booking)
                .then()
                .statusCode(200);
        String reference = (String) fixtures.one("select reference from booking where id = :id", "id", booking);
        return new Agreed(booking, reference, occupant, place.grantor());
    }
}

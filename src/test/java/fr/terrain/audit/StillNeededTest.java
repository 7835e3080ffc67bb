package fr.terrain.audit;

import static fr.terrain.audit.Departing.REASON;
import static fr.terrain.audit.Departing.forget;
import static fr.terrain.audit.Departing.verb;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.User;
import fr.terrain.booking.Requests;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody is forgotten who is still needed: alone to manage, in charge, or about to sign. */
@QuarkusTest
class StillNeededTest {
    @Inject
    Fixtures fixtures;

    @Inject
    Departing departing;

    private long occupant;
    private long person;

    @BeforeEach
    void somebody() {
        departing.come();
        occupant = departing.occupant();
        person = departing.person();
    }

    @AfterEach
    void theDemonstrationAsItWas() {
        departing.restore();
    }

    @Test
    void theLastManagerOfALivingOrganisationStays() {
        fixtures.member(occupant, User.PORTEUR);
        refuse("LAST_MANAGER", "gère seule");
    }

    @Test
    void theManagerOfNobodyElseLeavesAnEmptyPlace() {
        long alone = fixtures.occupant(User.PORTEUSE);
        forget("admin", person, REASON).statusCode(204);
        assertEquals(
                1L,
                fixtures.one(
                        "select count(*) from member m join account a on a.id = m.account_id where m.organisation_id = :id and a.forgotten_at is not null",
                        "id",
                        alone));
    }

    @Test
    void whoHasRequestsInChargeHandsThemOverFirst() {
        long booking = departing.sent();
        verb("instructeur", booking, "review", "");
        fixtures.run("update booking set officer_id = :id where id = :booking", "id", person, "booking", booking);
        refuse("IN_CHARGE", "a la charge de");
    }

    @Test
    void whoseSignatureIsAwaitedNamesAnotherFirst() {
        long booking = departing.sent();
        verb("instructeur", booking, "review", "");
        verb("instructeur", booking, "approval", Requests.AGREED);
        fixtures.run(
                "insert into representative (organisation_id, account_id, name, quality) values (:organisation, :id, 'Nom d’essai', 'Gérante')",
                "organisation",
                occupant,
                "id",
                person);
        refuse("SIGNATORY", "Sa signature est attendue");
    }

    private void refuse(String tie, String words) {
        forget("admin", person, REASON)
                .statusCode(409)
                .body("type", equalTo("/problemes/still-needed"))
                .body("ties", hasSize(1))
                .body("ties[0].kind", equalTo(tie))
                .body("detail", containsString(words));
        assertEquals(departing.name(), fixtures.one("select name from account where id = :id", "id", person));
    }
}

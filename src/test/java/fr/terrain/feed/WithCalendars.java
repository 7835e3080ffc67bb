package fr.terrain.feed;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.Session;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;

/** A place, and somebody of an organisation who is signed in and has calendars to read. */
abstract class WithCalendars {
    static final LocalDateTime START = LocalDateTime.parse("2027-05-03T09:00");

    @TestHTTPResource
    URI root;

    @Inject
    Fixtures fixtures;

    Place place;
    long occupant;
    Session owner;

    @BeforeEach
    void somebodyWithACalendar() {
        place = fixtures.place(new SpaceOf(1, 0, 0), new SpaceOf(1, 0, 0));
        occupant = fixtures.occupant(User.PORTEUR);
        owner = new Session(root).signIn("porteur");
    }

    /** The address of the calendar of the organisation, made anew. */
    String ofOrganisation() {
        return Calendars.address(Long.toString(occupant), owner);
    }

    String reference(long booking) {
        return (String) fixtures.one("select reference from booking where id = :id", "id", booking);
    }
}

package fr.terrain.notification;

import fr.terrain.account.Account;
import fr.terrain.account.AccountRepository;
import fr.terrain.booking.Booking;
import fr.terrain.booking.BookingRepository;
import fr.terrain.booking.Dossier;
import fr.terrain.booking.Dossiers;
import fr.terrain.booking.Party;
import fr.terrain.http.PublicAddress;
import fr.terrain.notification.BookingPeopleRepository.Happened;
import fr.terrain.notification.Recipients.Told;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The letters about what happens to a booking: to each who is told, as they may know it, with where the file stands now. */
@ApplicationScoped
public class BookingLetters implements EventLetters {
    @Inject
    BookingPeopleRepository people;

    @Inject
    BookingRepository bookings;

    @Inject
    AccountRepository accounts;

    @Inject
    Dossiers dossiers;

    @Inject
    PublicAddress address;

    @Inject
    Clock clock;

    @Override
    public String source() {
        return "booking";
    }

    @Override
    public List<Addressed> write(long eventId) {
        Happened event = people.getEvent(eventId);
        Booking booking = bookings.findById(event.bookingId());
        List<Person> behind = people.listPeople(event.bookingId(), LocalDate.now(clock));
        return Recipients.of(event.verb(), event.from(), behind, booking.officerId(), event.doer()).stream()
                .map(told -> addressed(told, booking, event))
                .toList();
    }

    private Addressed addressed(Told told, Booking booking, Happened event) {
        Person person = told.person();
        Account account = accounts.findById(person.account());
        boolean ofOccupant = person.role() == Party.Role.OCCUPANT;
        Dossier dossier = dossiers.of(booking, told.audience().reader(ofOccupant), account);
        Letter letter = new BookingLetter(dossier, event, told, address).write();
        return new Addressed(letter, person.account(), person.name(), person.address(), told.always());
    }
}

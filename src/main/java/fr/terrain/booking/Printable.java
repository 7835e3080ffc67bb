package fr.terrain.booking;

import fr.terrain.ParisClock;
import fr.terrain.account.AccountRepository;
import fr.terrain.booking.BookingRefusal.Missing;
import fr.terrain.document.PrintedText;
import fr.terrain.http.Faults;
import fr.terrain.http.Problem;
import fr.terrain.organisation.Organisation;
import fr.terrain.organisation.OrganisationRepository;
import fr.terrain.organisation.Representative;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Whether the typefaces of the convention have every character of what goes into it: nothing may be agreed that cannot be printed. */
@ApplicationScoped
public class Printable {
    @Inject
    OrganisationRepository organisations;

    @Inject
    AccountRepository accounts;

    @Inject
    Clock clock;

    /** What the convention could not print of what the owner brings: project, names and address of the organisation, who is in charge. */
    List<Missing> listFaults(Booking booking) {
        List<Missing> faults = new ArrayList<>();
        look("title", booking.project.title, faults);
        look("purpose", booking.project.purpose, faults);
        look("protocol", booking.project.protocol, faults);
        if (!booking.receipt().isEntered()) look("contact", accounts.findById(booking.createdBy).name, faults);
        look(booking.party(Party.Role.OCCUPANT), faults);
        return faults;
    }

    /** The same, with the names of every other party. */
    List<Missing> listAllFaults(Booking booking) {
        List<Missing> faults = listFaults(booking);
        booking.parties().stream()
                .filter(party -> party.role != Party.Role.OCCUPANT)
                .forEach(party -> look(party, faults));
        return faults;
    }

    private void look(Party party, List<Missing> faults) {
        Organisation body = organisations.findById(party.organisationId);
        look("organisation", body.name, faults);
        look("organisation", body.legalForm, faults);
        look("organisation", body.address, faults);
        organisations
                .findRepresentative(body.id, LocalDate.now(clock.withZone(ParisClock.PARIS)))
                .ifPresent(signatory -> look(signatory, faults));
    }

    private static void look(Representative signatory, List<Missing> faults) {
        look("organisation", signatory.name(), faults);
        look("organisation", signatory.quality(), faults);
        look("organisation", signatory.delegationAct(), faults);
    }

    /** Adds a fault when the text cannot be printed. */
    static void look(String field, String text, List<Missing> faults) {
        PrintedText.complaint(text).ifPresent(words -> faults.add(new Missing(field, words)));
    }

    /** Adds a fault to a form when the text cannot be printed. */
    static void look(String field, String text, Faults faults) {
        PrintedText.look(field, text, faults);
    }

    /**
     * Refuses at once what nobody sees in a text: soft hyphens, characters without width, changes of direction.
     *
     * @throws fr.terrain.http.ProblemException 400 when there are some
     */
    static void requireVisible(String field, String text) {
        if (text != null && text.codePoints().anyMatch(c -> Character.getType(c) == Character.FORMAT))
            throw Problem.badInput(
                    field, PrintedText.complaint(text).orElse("Retirez les caractères que personne ne voit."));
    }
}

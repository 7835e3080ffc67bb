package fr.terrain.audit;

import fr.terrain.ParisClock;
import fr.terrain.account.Account;
import fr.terrain.account.AccountRepository;
import fr.terrain.account.PersonForgotten;
import fr.terrain.booking.WordsRepository;
import fr.terrain.http.Blank;
import fr.terrain.http.Problem;
import fr.terrain.organisation.DepartureRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Forgets a person (article 17 of the GDPR): their name, address and words go, what they did stays as done by nobody one can name. */
@ApplicationScoped
public class Forgetting {
    static final int LONGEST_REASON = 1000;
    static final int SHORTEST_REASON = 10;
    private static final int SHORTEST_NAME = 4;

    @Inject
    AccountRepository accounts;

    @Inject
    DepartureRepository departures;

    @Inject
    WordsRepository words;

    @Inject
    ForgettingRepository forgettings;

    @Inject
    Event<PersonForgotten> forgotten;

    @Inject
    Clock clock;

    /** What would happen: who it is, what holds them, what stays, and the requests whose own texts bear the name. */
    public record Prospect(Account account, List<Tie> ties, Remains remains, List<String> mentions) {}

    /** 404 for nobody, and for who was forgotten already. */
    @Transactional
    public Prospect prospect(long account) {
        Account known = accounts.lockKnown(account).orElseThrow(Problem::notFound);
        return new Prospect(
                known,
                forgettings.listTies(account, LocalDate.now(clock)),
                forgettings.findRemains(account),
                Blank.length(known.name) < SHORTEST_NAME ? List.of() : forgettings.listMentions(known.name));
    }

    /**
     * Forgets, in one transaction.
     *
     * @param reason why, without the name: 10 to 1 000 characters
     * @param alsoCalled other names under which others may have written about the person, of 4 characters or more
     * @throws ForgettingRefusal when others must take something over first
     */
    @Transactional
    public void forget(long account, String reason, List<String> alsoCalled, Account by) {
        Account known = accounts.lockKnown(account).orElseThrow(Problem::notFound);
        List<String> names = names(known, alsoCalled);
        String why = checked(reason, names);
        if (known.id.equals(by.id)) throw ForgettingRefusal.yourself();
        Instant now = clock.instant();
        LocalDate today = now.atZone(ParisClock.PARIS).toLocalDate();
        List<Tie> ties = forgettings.listTies(account, today);
        if (!ties.isEmpty()) throw ForgettingRefusal.stillNeeded(ties);
        boolean signed = forgettings.findRemains(account).signatures() > 0;
        long trace = forgettings.add(account, by.id, now, why);
        forgettings.addEvents(trace, words.forget(account, names));
        departures.leaveAll(account, by.id, now);
        departures.endRepresentation(account, signed, today);
        if (known.email != null) departures.forgetAddress(known.email, by.id, now);
        forgotten.fire(new PersonForgotten(account, known.email, names, now));
        accounts.forget(account, now);
    }

    /** A name shorter than four letters would be found in the middle of everything: it is left to the account alone. */
    private static List<String> names(Account account, List<String> alsoCalled) {
        List<String> names = new ArrayList<>(alsoCalled);
        names.add(account.name);
        if (account.email != null) names.add(account.email);
        return names.stream()
                .map(Blank::strip)
                .filter(name -> Blank.length(name) >= SHORTEST_NAME)
                .distinct()
                .toList();
    }

    private static String checked(String reason, List<String> names) {
        String why = Blank.strip(reason);
        if (Blank.length(why) < SHORTEST_REASON || why.length() > LONGEST_REASON)
            throw Problem.badInput("reason", "Dites pourquoi, en 10 à 1\u202f000 caractères.");
        String plain = why.toLowerCase(Locale.FRENCH);
        if (names.stream().anyMatch(name -> plain.contains(name.toLowerCase(Locale.FRENCH))))
            throw Problem.badInput("reason", "Le motif reste après l’effacement\u00a0: ne nommez pas la personne.");
        return why;
    }
}

package fr.terrain.portal;

import fr.terrain.availability.Availability.State;
import fr.terrain.http.French;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When a site can be had, in one word and its dates: for the stay looked for, or else the first chance in sight. */
public record Window(State state, String words, String cause) {
    private static final Set<State> OPEN = Set.of(State.FREE, State.CONDITIONAL);
    private static final Comparator<List<SiteDays.Day>> SOONEST_THEN_LONGEST = Comparator.comparing(
                    (List<SiteDays.Day> run) -> run.getFirst().date())
            .thenComparing(run -> run.getLast().date(), Comparator.reverseOrder());
    private static final String BEGUN = "Choisissez un premier jour à venir.";

    /** What to say of the stay itself: past as soon as its first day is. */
    static Window of(SiteDays days, Stay stay) {
        State state = days.worst(stay.first(), stay.last());
        String cause = state == State.PAST ? BEGUN : cause(days.best(stay.first(), stay.last()));
        return new Window(state, stay.words(), cause);
    }

    /** What to say of a stay that begins before anybody may still ask for it. */
    static Window tooSoon(Stay stay, int noticeDays, LocalDate soonest) {
        return new Window(
                State.CLOSED,
                stay.words(),
                "Ce terrain se demande %d jours à l’avance : choisissez un premier jour à partir du %s."
                        .formatted(noticeDays, French.date(soonest)));
    }

    /** The first run of free days of one space within the dates, else of conditional ones, else how long the site is not to be had. */
    static Window first(SiteDays days, LocalDate first, LocalDate last) {
        for (State wanted : List.of(State.FREE, State.CONDITIONAL)) {
            Optional<List<SiteDays.Day>> run = days.bySpace(first, last).stream()
                    .map(space -> run(space, wanted))
                    .filter(found -> !found.isEmpty())
                    .min(SOONEST_THEN_LONGEST);
            if (run.isPresent()) return told(wanted, run.get(), last);
        }
        return new Window(
                days.worst(first, last), "jusqu’au " + French.date(last) + " au moins", cause(days.best(first, last)));
    }

    /** The first days in this state and the rest days among and after them; none when there is no such day. */
    private static List<SiteDays.Day> run(List<SiteDays.Day> all, State wanted) {
        int from = 0;
        while (from < all.size() && (all.get(from).rest() || all.get(from).state() != wanted)) from++;
        int to = from;
        while (to < all.size() && (all.get(to).rest() || all.get(to).state() == wanted)) to++;
        return all.subList(from, to);
    }

    private static Window told(State state, List<SiteDays.Day> days, LocalDate last) {
        LocalDate from = days.getFirst().date();
        LocalDate to = days.getLast().date();
        String words = to.equals(last) ? "à partir du " + French.date(from) : French.period(from, to);
        return new Window(state, words, cause(days));
    }

    private static String cause(List<SiteDays.Day> days) {
        return days.stream()
                .filter(day -> !day.rest() && day.cause() != null)
                .map(SiteDays.Day::cause)
                .findFirst()
                .orElse(null);
    }

    public boolean open() {
        return OPEN.contains(state);
    }

    public String label() {
        return Shade.of(state).title();
    }

    public String tone() {
        return switch (state) {
            case FREE -> "ok";
            case CONDITIONAL -> "warn";
            case CLOSED, TAKEN, PAST -> "neutral";
        };
    }

    public String icon() {
        return switch (state) {
            case FREE -> "check";
            case CONDITIONAL -> "warning";
            case CLOSED -> "lock";
            case TAKEN -> "clock";
            case PAST -> "calendar";
        };
    }
}

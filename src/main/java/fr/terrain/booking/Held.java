package fr.terrain.booking;

import fr.terrain.ParisClock;
import fr.terrain.deadline.Deadlines.Kind;
import fr.terrain.http.French;
import fr.terrain.http.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The four facts that every page tells of a request: who has it, since when, when the answer comes at the latest, what the reader has to do. */
public record Held(String who, String since, String by, String todo) {

    /** Who stands behind a request: names as this reader may know them; the officer is null until one took it up. */
    record People(String occupant, String grantor, String officer) {}

    static Held of(
            BookingStatus status, Reader reader, People people, Instant since, RunningDates dates, LocalDate today) {
        return new Held(
                who(status, reader, people), since(since, today), by(status, dates), todo(status, reader, dates));
    }

    private static String todo(BookingStatus status, Reader reader, RunningDates dates) {
        boolean offered = dates.find(Kind.OFFER).filter(date -> !date.passed()).isPresent();
        return offered && reader == Reader.OCCUPANT && status.isUndecided()
                ? Words.say("status.todo.offer")
                : StatusWords.todo(status, reader);
    }

    private static String who(BookingStatus status, Reader reader, People people) {
        boolean asker = reader == Reader.OCCUPANT;
        return switch (status) {
            case DRAFT, CHANGES_REQUESTED, REPORT_DUE, RUNNING -> asker ? "Vous" : people.occupant();
            case SUBMITTED -> asker ? people.grantor() : "Personne : à prendre en charge";
            case IN_REVIEW, SUSPENDED ->
                asker || people.officer() == null ? people.grantor() : people.officer() + ", " + people.grantor();
            case APPROVED, SIGNED -> people.grantor();
            case SIGNING -> asker ? "Vous et " + people.grantor() : people.occupant() + " et " + people.grantor();
            case REFUSED, CLOSED, TERMINATED, WITHDRAWN, EXPIRED -> "Personne : le dossier est clos";
        };
    }

    private static String since(Instant since, LocalDate today) {
        LocalDate day = since.atZone(ParisClock.PARIS).toLocalDate();
        long days = ChronoUnit.DAYS.between(day, today);
        String ago = days == 0 ? "aujourd’hui" : days == 1 ? "1 jour" : days + " jours";
        return "le " + French.date(day) + ", " + ago;
    }

    private static String by(BookingStatus status, RunningDates dates) {
        if (!status.isUndecided()) return "Aucune réponse en attente";
        if (dates.silence() == null) return "Pas de date fixée par la loi";
        String day = French.date(dates.silenceDay());
        if (dates.isRefused()) return "Refus implicite né le " + day + "\u00a0: une décision expresse reste possible";
        return dates.stoppedUntil() == null
                ? "le " + day
                : "le " + day + ", l’horloge est arrêtée jusqu’au " + French.dayAndMonth(dates.stoppedUntil());
    }
}

package fr.terrain.organisation;

import fr.terrain.http.French;
import java.time.LocalDate;

/** One member does the work of another from one day to another, both included (local dates of Europe/Paris). */
public record StandIn(
        long id, long absentId, String absent, long standInId, String standIn, LocalDate firstDay, LocalDate lastDay) {
    /** "du 3 au 24 mai 2027". */
    public String period() {
        return French.period(firstDay, lastDay);
    }
}

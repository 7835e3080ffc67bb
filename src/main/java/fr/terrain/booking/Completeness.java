package fr.terrain.booking;

import fr.terrain.booking.BookingRefusal.Missing;
import fr.terrain.http.Blank;
import fr.terrain.organisation.Organisation;
import java.util.ArrayList;
import java.util.List;

/** What a request must say before it is sent: a file that an officer can examine without writing back. */
final class Completeness {
    private static final int SHORTEST_TEXT = 20;

    private Completeness() {}

    static List<Missing> listMissing(Booking booking, Organisation occupant) {
        List<Missing> missing = new ArrayList<>();
        Project project = booking.project;
        if (Blank.length(project.purpose) < SHORTEST_TEXT)
            missing.add(new Missing("purpose", "Dites en deux phrases ce que vous voulez essayer, et pourquoi ici."));
        if (Blank.length(project.protocol) < SHORTEST_TEXT)
            missing.add(new Missing("protocol", "Décrivez le déroulement : matériel, étapes, ce que vous mesurez."));
        if (project.people == null)
            missing.add(new Missing("people", "Indiquez combien de personnes seront présentes."));
        if (Blank.is(occupant.address))
            missing.add(new Missing(
                    "organisation", "Complétez l’adresse de votre organisation : elle figure dans la convention."));
        return missing;
    }
}

package fr.terrain.booking;

import fr.terrain.booking.WorkRepository.Sought;
import fr.terrain.http.Address;
import fr.terrain.http.Faults;
import fr.terrain.http.Problem;
import fr.terrain.organisation.Capability;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** What the address of the queue asks for. */
public class QueueForm {
    private static final int LONGEST_WORDS = 200;

    @RestQuery
    String vue;

    @RestQuery
    String q;

    @RestQuery
    String mes;

    @RestQuery
    String libres;

    @RestQuery
    String urgentes;

    @RestQuery
    String terrain;

    @RestQuery
    String page;

    Sought sought(Queue.View view, List<Capability> any) {
        Faults faults = new Faults();
        String words = faults.text("q", q, LONGEST_WORDS);
        if (faults.any()) throw Problem.badInput("q", faults.of("q"));
        return new Sought(view.statuses(), any, words, mes != null, libres != null, urgentes != null, site());
    }

    /** What a page forgives and a program is told.
     * @throws fr.terrain.http.ProblemException 400 naming the parameter whose value is none */
    void requireKnown() {
        if (vue != null && !Queue.View.of(vue).code().equals(vue))
            throw Problem.badInput("vue", "Donnez a-faire, chez-le-porteur, convention, essais ou closes.");
        requireYes("mes", mes);
        requireYes("libres", libres);
        requireYes("urgentes", urgentes);
        if (terrain != null && site() == null) throw Problem.badInput("terrain", "Donnez l’identifiant d’un terrain.");
    }

    private static void requireYes(String name, String given) {
        if (given != null && !given.equals("oui")) throw Problem.badInput(name, "Donnez oui, ou retirez ce paramètre.");
    }

    /** The same search again, from its first page. */
    static Address address(Queue.View view, Sought sought) {
        return new Address("/instruction")
                .with("vue", view.code())
                .with("q", sought.words())
                .with("mes", sought.mine() ? "oui" : "")
                .with("libres", sought.unheld() ? "oui" : "")
                .with("urgentes", sought.urgent() ? "oui" : "")
                .with("terrain", sought.site() == null ? "" : sought.site().toString());
    }

    /** The site to filter by; an address that names none filters by none. */
    private Long site() {
        return terrain != null && terrain.matches("[1-9][0-9]{0,17}") ? Long.valueOf(terrain) : null;
    }
}

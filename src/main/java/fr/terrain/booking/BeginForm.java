package fr.terrain.booking;

import fr.terrain.http.Faults;
import fr.terrain.http.Problem;
import fr.terrain.organisation.Mandate;
import fr.terrain.organisation.Organisation;
import fr.terrain.organisation.Particulars;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** The first step as it was typed: the organisation that asks, and the title of the project. */
public class BeginForm {
    static final String OPEN_ONE = "nouvelle";
    private static final int NAME = 200;

    @RestForm
    public String key;

    @RestForm
    public String site;

    @RestForm
    public String organisation;

    @RestForm
    public String title;

    @RestForm
    public String name;

    @RestForm
    public String legalForm;

    @RestForm
    public String kind;

    @RestForm
    public String siret;

    @RestForm
    public String rna;

    @RestForm
    public String foreignNumber;

    @RestForm
    public String address;

    @RestForm
    public String signatory;

    @RestForm
    public String quality;

    @RestForm
    public String du;

    @RestForm
    public String au;

    public boolean opens() {
        return OPEN_ONE.equals(organisation);
    }

    /** The first step, or faults that say what to correct. */
    Beginning read(Faults faults) {
        String project = readTitle(title, faults);
        Particulars opened = opens() ? organisation(faults) : null;
        Long chosen = null;
        if (!opens() && organisation != null && organisation.matches("[0-9]{1,18}"))
            chosen = Long.valueOf(organisation);
        if (!opens() && chosen == null) faults.add("organisation", "Choisissez l’organisation qui demande.");
        Mandate signs = opens() ? Mandate.readFounding(signatory, quality, faults) : null;
        return new Beginning(key(), site, chosen, opened, signs, project);
    }

    static String readTitle(String title, Faults faults) {
        String text =
                faults.required("title", title, 3, NAME, "Donnez un titre à votre projet, en 3 lettres au moins.");
        Printable.look("title", text, faults);
        return text;
    }

    private Particulars organisation(Faults faults) {
        return Particulars.read(
                faults,
                new Particulars(
                        name,
                        legalForm,
                        faults.choice("kind", kind, Organisation.Kind.class),
                        siret,
                        rna,
                        foreignNumber,
                        address,
                        null));
    }

    private UUID key() {
        try {
            return UUID.fromString(key == null ? "" : key);
        } catch (IllegalArgumentException e) {
            throw Problem.badInput("key", "Rechargez la page et recommencez.");
        }
    }
}

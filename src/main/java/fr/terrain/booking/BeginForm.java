package fr.terrain.booking;

import fr.terrain.http.Faults;
import fr.terrain.http.OnceGuard;
import fr.terrain.organisation.Mandate;
import fr.terrain.organisation.OrganisationForm;
import fr.terrain.organisation.Particulars;
import jakarta.ws.rs.BeanParam;
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

    /** The organisation that is opened with the request, if one is. */
    @BeanParam
    public OrganisationForm opened = new OrganisationForm();

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
        Particulars said = opens() ? opened.read(faults) : null;
        Long chosen = null;
        if (!opens() && organisation != null && organisation.matches("[0-9]{1,18}"))
            chosen = Long.valueOf(organisation);
        if (!opens() && chosen == null) faults.add("organisation", "Choisissez l’organisation qui demande.");
        Mandate signs = opens() ? opened.readSignatory(faults) : null;
        return new Beginning(OnceGuard.keyOfForm(key), site, chosen, said, signs, project);
    }

    static String readTitle(String title, Faults faults) {
        String text =
                faults.required("title", title, 3, NAME, "Donnez un titre à votre projet, en 3 lettres au moins.");
        Printable.look("title", text, faults);
        return text;
    }
}

package fr.terrain.booking;

import fr.terrain.http.Faults;
import fr.terrain.http.Problem;
import fr.terrain.organisation.Organisation;
import fr.terrain.organisation.Siret;
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
        Organisation opened = opens() ? organisation(faults) : null;
        Long chosen = null;
        if (!opens() && organisation != null && organisation.matches("[0-9]{1,18}"))
            chosen = Long.valueOf(organisation);
        if (!opens() && chosen == null) faults.add("organisation", "Choisissez l’organisation qui demande.");
        String signs = opens()
                ? faults.required("signatory", signatory, 2, NAME, "Donnez le nom de la personne qui signera.")
                : "";
        String virtue = opens()
                ? faults.required("quality", quality, 2, NAME, "Donnez sa qualité : présidente, directeur général.")
                : "";
        Printable.look("signatory", signs, faults);
        Printable.look("quality", virtue, faults);
        return new Beginning(key(), site, chosen, opened, signs, virtue, project);
    }

    static String readTitle(String title, Faults faults) {
        String text =
                faults.required("title", title, 3, NAME, "Donnez un titre à votre projet, en 3 lettres au moins.");
        Printable.look("title", text, faults);
        return text;
    }

    private Organisation organisation(Faults faults) {
        Organisation opened = new Organisation();
        opened.name = faults.required("name", name, 2, NAME, "Donnez le nom de l’organisation.");
        opened.legalForm =
                faults.required("legalForm", legalForm, 2, 120, "Donnez sa forme juridique : association, SAS, EPIC.");
        opened.kind = faults.choice("kind", kind, Organisation.Kind.class);
        if (opened.kind == null) faults.add("kind", "Choisissez la nature de l’organisation.");
        opened.siret = Siret.compact(siret);
        if (opened.siret.isEmpty()) faults.add("siret", "Donnez le SIRET, en 14 chiffres.");
        else if (!Siret.isValid(opened.siret))
            faults.add("siret", "Vérifiez le SIRET : il a 14 chiffres, et sa clé ne correspond pas.");
        opened.address = faults.required("address", address, 5, 400, "Donnez l’adresse du siège.");
        Printable.look("name", opened.name, faults);
        Printable.look("legalForm", opened.legalForm, faults);
        Printable.look("address", opened.address, faults);
        return opened;
    }

    private UUID key() {
        try {
            return UUID.fromString(key == null ? "" : key);
        } catch (IllegalArgumentException e) {
            throw Problem.badInput("key", "Rechargez la page et recommencez.");
        }
    }
}

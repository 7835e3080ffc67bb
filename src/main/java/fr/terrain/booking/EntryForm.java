package fr.terrain.booking;

import fr.terrain.http.Faults;
import fr.terrain.http.Problem;
import fr.terrain.organisation.Mailbox;
import fr.terrain.organisation.Organisation;
import fr.terrain.organisation.Particulars;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** A request that came by telephone or on paper, as it was typed. */
public class EntryForm {
    static final String OPEN_ONE = "nouvelle";

    @RestForm
    public String key;

    @RestForm
    public String q;

    @RestForm
    public String site;

    @RestForm
    public String channel;

    @RestForm
    public String receivedOn;

    @RestForm
    public String title;

    @RestForm
    public String organisation;

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
    public String contact;

    public boolean opens() {
        return OPEN_ONE.equals(organisation);
    }

    /** What was typed, with faults that say what to correct. */
    Entry read(Faults faults) {
        Channel came = faults.choice("channel", channel, Channel.class);
        if (came == null) faults.add("channel", "Dites comment la demande est venue : par téléphone ou sur papier.");
        LocalDate day = faults.day("receivedOn", receivedOn, "Donnez le jour où elle est venue.");
        if (site == null || site.isBlank()) faults.add("site", "Choisissez le terrain demandé.");
        Long chosen = organisation != null && organisation.matches("[0-9]{1,18}") ? Long.valueOf(organisation) : null;
        if (chosen == null && !opens())
            faults.add("organisation", "Choisissez l’organisation qui demande, ou inscrivez‑la.");
        Particulars opened = opens() ? readOrganisation(faults) : null;
        String mailbox = Mailbox.read("contact", contact, faults);
        return new Entry(key(), site, came, day, chosen, opened, mailbox, BeginForm.readTitle(title, faults));
    }

    private Particulars readOrganisation(Faults faults) {
        return Particulars.readForAnother(
                faults,
                new Particulars(
                        name,
                        legalForm,
                        faults.choice("kind", kind, Organisation.Kind.class),
                        siret,
                        null,
                        null,
                        address,
                        contact));
    }

    private UUID key() {
        try {
            return UUID.fromString(key == null ? "" : key);
        } catch (IllegalArgumentException e) {
            throw Problem.badInput("key", "Rechargez la page et recommencez.");
        }
    }
}

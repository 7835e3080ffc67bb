package fr.terrain.booking;

import fr.terrain.http.Faults;
import fr.terrain.http.OnceGuard;
import fr.terrain.organisation.Mailbox;
import fr.terrain.organisation.OrganisationForm;
import fr.terrain.organisation.Particulars;
import jakarta.ws.rs.BeanParam;
import java.time.LocalDate;
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

    /** The organisation that is not known yet, and where to write to either. */
    @BeanParam
    public OrganisationForm opened = new OrganisationForm();

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
        Particulars said = opens() ? opened.readForAnother(faults) : null;
        String mailbox = Mailbox.read("contact", opened.contact, faults);
        return new Entry(
                OnceGuard.keyOfForm(key), site, came, day, chosen, said, mailbox, BeginForm.readTitle(title, faults));
    }
}

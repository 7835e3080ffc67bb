package fr.terrain.organisation;

import fr.terrain.http.Faults;
import fr.terrain.http.OnceGuard;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** What an organisation says of itself, as it was typed. */
public class OrganisationForm {
    @RestForm
    public String key;

    @RestForm
    public String version;

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
    public String contact;

    @RestForm
    public String signatory;

    @RestForm
    public String quality;

    static OrganisationForm of(Organisation organisation) {
        OrganisationForm form = new OrganisationForm();
        form.version = Integer.toString(organisation.version());
        form.name = organisation.name;
        form.legalForm = organisation.legalForm;
        form.kind = organisation.kind.name();
        form.siret = organisation.siret;
        form.rna = organisation.rna;
        form.foreignNumber = organisation.foreignNumber;
        form.address = organisation.address;
        form.contact = organisation.contact;
        return form;
    }

    public Particulars read(Faults faults) {
        return Particulars.read(faults, typed(faults));
    }

    /** The same when an officer typed it for somebody else. */
    public Particulars readForAnother(Faults faults) {
        return Particulars.readForAnother(faults, typed(faults));
    }

    private Particulars typed(Faults faults) {
        return new Particulars(
                name,
                legalForm,
                faults.choice("kind", kind, Organisation.Kind.class),
                siret,
                rna,
                foreignNumber,
                address,
                contact);
    }

    public Mandate readSignatory(Faults faults) {
        return Mandate.readFounding(signatory, quality, faults);
    }

    UUID key() {
        return OnceGuard.keyOfForm(key);
    }
}

package fr.terrain.organisation;

import fr.terrain.http.Faults;
import fr.terrain.http.Problem;

/** What a client sends of an organisation; the signatory and the quality are told when it is opened. */
public record OrganisationBody(
        String name,
        String legalForm,
        Organisation.Kind kind,
        String siret,
        String rna,
        String foreignNumber,
        String address,
        String contact,
        String signatory,
        String quality) {

    /** @throws fr.terrain.http.ProblemException 400 naming each field that is wrong */
    Particulars particulars() {
        Faults faults = new Faults();
        Particulars read = read(faults);
        if (faults.any()) throw Problem.badInput(faults);
        return read;
    }

    Particulars read(Faults faults) {
        return Particulars.read(
                faults, new Particulars(name, legalForm, kind, siret, rna, foreignNumber, address, contact));
    }

    Mandate readSignatory(Faults faults) {
        return Mandate.readFounding(signatory, quality, faults);
    }
}

package fr.terrain.organisation;

import fr.terrain.http.Faults;
import fr.terrain.http.Problem;
import jakarta.validation.constraints.Size;

/** What a client sends of an organisation; the signatory and the quality are told when it is opened. */
public record OrganisationBody(
        @Size(max = 200, message = "200 caractères au plus.")
        String name,

        @Size(max = 120, message = "120 caractères au plus.")
        String legalForm,

        Organisation.Kind kind,
        @Size(max = 40, message = "40 caractères au plus.") String siret,
        @Size(max = 40, message = "40 caractères au plus.") String rna,
        @Size(max = 60, message = "60 caractères au plus.") String foreignNumber,

        @Size(max = 400, message = "400 caractères au plus.")
        String address,

        @Size(max = 254, message = "254 caractères au plus.")
        String contact,

        @Size(max = 200, message = "200 caractères au plus.")
        String signatory,

        @Size(max = 200, message = "200 caractères au plus.")
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

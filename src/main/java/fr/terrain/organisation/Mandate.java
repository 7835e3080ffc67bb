package fr.terrain.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.terrain.account.Account;
import fr.terrain.document.PrintedText;
import fr.terrain.http.Blank;
import fr.terrain.http.Faults;
import fr.terrain.http.French;
import java.time.LocalDate;

/** The power to sign for an organisation: who, in what quality, by which act, from one day to another (both included, null when open). */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mandate(
        long id,
        Long accountId,
        String name,
        String quality,
        String delegationAct,
        LocalDate validFrom,
        LocalDate validUntil) {

    private static final int NAME = 200;
    private static final int ACT = 300;

    /** Who signs for an organisation from its opening on, with faults that say what to correct. */
    public static Mandate readFounding(String name, String quality, Faults faults) {
        return read("signatory", name, quality, "", null, null, faults);
    }

    static Mandate read(
            String field, String name, String quality, String act, LocalDate from, LocalDate until, Faults faults) {
        Mandate read = new Mandate(
                0,
                null,
                faults.required(field, name, 2, NAME, "Donnez le nom de la personne qui signera."),
                faults.required("quality", quality, 2, NAME, "Donnez sa qualité : présidente, directeur général."),
                Blank.orNull(faults.text("delegationAct", act, ACT)),
                from,
                until);
        if (from != null && until != null && until.isBefore(from))
            faults.add("validUntil", "Choisissez un dernier jour après le premier, ou le même.");
        PrintedText.look(field, read.name, faults);
        PrintedText.look("quality", read.quality, faults);
        PrintedText.look("delegationAct", read.delegationAct, faults);
        return read;
    }

    /** The same for somebody who has an account. */
    Mandate of(Account account) {
        return new Mandate(id, account.id, name, quality, delegationAct, validFrom, validUntil);
    }

    /** "du 3 mai 2027 au 2 mai 2028", or which of both is known. */
    public String period() {
        if (validFrom != null && validUntil != null) return French.period(validFrom, validUntil);
        if (validFrom != null) return "depuis le " + French.date(validFrom);
        return validUntil == null ? "sans limite de date" : "jusqu’au " + French.date(validUntil);
    }

    /** Whether it is over on that day. */
    boolean isOver(LocalDate day) {
        return validUntil != null && validUntil.isBefore(day);
    }
}

package fr.terrain.organisation;

import fr.terrain.document.PrintedText;
import fr.terrain.http.Blank;
import fr.terrain.http.Faults;
import java.util.Locale;
import java.util.Objects;

/** What an organisation says of itself; its identity is its name, form, kind and number, the rest is how to reach it. */
public record Particulars(
        String name,
        String legalForm,
        Organisation.Kind kind,
        String siret,
        String rna,
        String foreignNumber,
        String address,
        String contact) {
    private static final int NAME = 200;
    private static final int FORM = 120;
    private static final int ADDRESS = 400;
    private static final int NUMBER = 60;
    private static final String RNA = "W[0-9]{9}";

    /** As it was typed, with faults that say what to correct. */
    public static Particulars read(Faults faults, Particulars typed) {
        Particulars read = new Particulars(
                faults.required("name", typed.name, 2, NAME, "Donnez le nom de l’organisation."),
                faults.required(
                        "legalForm", typed.legalForm, 2, FORM, "Donnez sa forme juridique : association, SAS, EPIC."),
                typed.kind,
                orNull(Siret.compact(typed.siret)),
                orNull(Siret.compact(typed.rna).toUpperCase(Locale.ROOT)),
                orNull(faults.text("foreignNumber", typed.foreignNumber, NUMBER)),
                faults.required("address", typed.address, 5, ADDRESS, "Donnez l’adresse du siège."),
                orNull(Mailbox.read("contact", typed.contact, faults)));
        if (read.kind == null) faults.add("kind", "Choisissez la nature de l’organisation.");
        read.checkNumbers(faults);
        PrintedText.look("name", read.name, faults);
        PrintedText.look("legalForm", read.legalForm, faults);
        PrintedText.look("address", read.address, faults);
        PrintedText.look("foreignNumber", read.foreignNumber, faults);
        return read;
    }

    /** As an officer writes it down for somebody else: form and number may come later, where to write may not. */
    public static Particulars readForAnother(Faults faults, Particulars typed) {
        Faults own = new Faults();
        Particulars read = read(own, typed);
        own.list().stream()
                .filter(fault -> !isOptional(fault.field(), typed))
                .forEach(fault -> faults.add(fault.field(), fault.words()));
        if (read.contact == null)
            faults.add(
                    "contact", "Donnez l’adresse électronique à laquelle inviter l’organisation à suivre sa demande.");
        return new Particulars(
                read.name, orNull(read.legalForm), read.kind, read.siret, null, null, read.address, read.contact);
    }

    private static boolean isOptional(String field, Particulars typed) {
        return field.equals("siret") && Siret.compact(typed.siret).isEmpty()
                || field.equals("legalForm") && Blank.is(typed.legalForm);
    }

    private void checkNumbers(Faults faults) {
        if (siret != null && !Siret.isValid(siret))
            faults.add("siret", "Vérifiez le SIRET : il a 14 chiffres, et sa clé ne correspond pas.");
        if (rna != null && !rna.matches(RNA))
            faults.add("rna", "Vérifiez le numéro RNA : un W suivi de 9 chiffres, par exemple W131234567.");
        if (foreignNumber != null && foreignNumber.length() < 2)
            faults.add("foreignNumber", "Donnez le numéro en entier, 2 caractères au moins.");
        if (kind != null && kind.isPublic() && siret == null)
            faults.add("siret", "Donnez le SIRET : tout organisme public français en a un.");
        if (!hasNumber())
            faults.add(
                    "siret",
                    "Donnez le SIRET, en 14 chiffres ; à défaut, le numéro RNA d’une association ou un numéro d’immatriculation étranger.");
    }

    /** Whether some register has it under a number. */
    public boolean hasNumber() {
        return siret != null || rna != null || foreignNumber != null;
    }

    boolean isSameIdentity(Particulars other) {
        return Objects.equals(name, other.name)
                && Objects.equals(legalForm, other.legalForm)
                && kind == other.kind
                && Objects.equals(siret, other.siret)
                && Objects.equals(rna, other.rna)
                && Objects.equals(foreignNumber, other.foreignNumber);
    }

    private static String orNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}

package fr.terrain.organisation;

import fr.terrain.http.Faults;
import fr.terrain.http.Problem;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;

/** The small forms of the sheet of an organisation, as they were typed; only the one that was sent is filled. */
public class SheetForms {
    @RestForm
    public String version;

    @RestForm
    public String email;

    @RestForm
    public List<String> capabilities;

    @RestForm
    public String absent;

    @RestForm
    public String standIn;

    @RestForm
    public String firstDay;

    @RestForm
    public String lastDay;

    @RestForm
    public String signatory;

    @RestForm
    public String quality;

    @RestForm
    public String delegationAct;

    @RestForm
    public String validFrom;

    @RestForm
    public String validUntil;

    @RestForm
    public String visa;

    public boolean has(Capability capability) {
        return capabilities != null && capabilities.contains(capability.name());
    }

    Integer version() {
        return readVersion(version);
    }

    static Integer readVersion(String typed) {
        if (typed == null || !typed.matches("[0-9]{1,9}"))
            throw Problem.badInput("version", "Rechargez la page et recommencez.");
        return Integer.valueOf(typed);
    }

    Set<Capability> readCapabilities(Faults faults) {
        Set<Capability> set = EnumSet.noneOf(Capability.class);
        set.addAll(faults.choices("capabilities", capabilities, Capability.class));
        return set;
    }

    String readEmail(Faults faults) {
        String address = Mailbox.read("email", email, faults);
        if (address.isEmpty()) faults.add("email", "Donnez l’adresse électronique de la personne à inviter.");
        return address;
    }

    Long readMember(String field, String typed, Faults faults) {
        if (typed != null && typed.matches("[0-9]{1,18}")) return Long.valueOf(typed);
        faults.add(field, "Choisissez un membre de l’organisation.");
        return null;
    }

    LocalDate readDay(String field, String typed, Faults faults) {
        return faults.day(field, typed, "Donnez un jour, par exemple 2027‑05‑03.");
    }

    Mandate readMandate(Faults faults) {
        return Mandate.read(
                "signatory",
                signatory,
                quality,
                delegationAct,
                optionalDay("validFrom", validFrom, faults),
                optionalDay("validUntil", validUntil, faults),
                faults);
    }

    private LocalDate optionalDay(String field, String typed, Faults faults) {
        return typed == null || typed.isBlank() ? null : readDay(field, typed, faults);
    }
}

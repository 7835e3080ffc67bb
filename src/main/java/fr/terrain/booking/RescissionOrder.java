package fr.terrain.booking;

import fr.terrain.booking.BookingRefusal.Missing;
import fr.terrain.http.Blank;
import fr.terrain.http.Faults;
import fr.terrain.http.French;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why an agreement is taken back, in law and in fact, and how its holder was heard before (CRPA L.121-1, L.122-1, L.211-2).
 *
 * @param invitedOn the day (Europe/Paris) on which the holder was invited to present observations; null when it could not wait
 * @param urgency why it could not wait; null when the holder was invited
 */
public record RescissionOrder(
        @Size(max = 4000, message = "4 000 caractères au plus.")
        String law,

        @Size(max = 4000, message = "4 000 caractères au plus.")
        String fact,

        LocalDate invitedOn,

        @Size(max = 2000, message = "2 000 caractères au plus.")
        String urgency) {
    /** The least time to be heard: the usual fortnight, for the law asks for a sufficient time without counting it. */
    static final int DAYS_TO_BE_HEARD = 15;

    private static final int LONGEST = 4000;

    /** The same without blanks around. */
    RescissionOrder checked() {
        Faults faults = new Faults();
        String inLaw = faults.required(
                "law",
                law,
                Given.SHORTEST_REASON,
                LONGEST,
                "Écrivez le motif de droit : le texte qui fonde le retrait, en 10 à 4 000 caractères.");
        String inFact = faults.required(
                "fact",
                fact,
                Given.SHORTEST_REASON,
                LONGEST,
                "Écrivez le motif de fait : ce qui, dans ce dossier, l’impose, en 10 à 4 000 caractères.");
        String urgent = Blank.is(urgency)
                ? null
                : Given.reason("urgency", urgency, "Dites l’urgence en une phrase, de 10 à 2 000 caractères.", faults);
        Given.sane("invitedOn", invitedOn, faults);
        faults.require();
        return new RescissionOrder(inLaw, inFact, invitedOn, urgent);
    }

    /** @throws BookingRefusal when the holder was not heard, and nothing was urgent */
    void requireHearing(LocalDate agreedOn, LocalDate today) {
        String fault = hearingFault(agreedOn, today);
        if (fault != null)
            throw new BookingRefusal(
                    BookingRefusal.Reason.HEARING_MISSING,
                    "Un accord ne se retire qu’après avoir entendu son bénéficiaire, sauf urgence.",
                    List.of(new Missing("invitedOn", fault)));
    }

    private String hearingFault(LocalDate agreedOn, LocalDate today) {
        if (invitedOn == null)
            return urgency != null
                    ? null
                    : "Indiquez quel jour le porteur a été invité à présenter ses observations, ou dites l’urgence.";
        if (invitedOn.isAfter(today)) return "Indiquez un jour passé : l’invitation précède la décision.";
        if (invitedOn.isBefore(agreedOn))
            return "L’invitation vient après l’accord, donné le " + French.date(agreedOn) + ".";
        LocalDate possible = invitedOn.plusDays(DAYS_TO_BE_HEARD);
        return urgency == null && possible.isAfter(today)
                ? "Le porteur a quinze jours pour répondre : le retrait est possible à partir du "
                        + French.date(possible) + ", sauf urgence."
                : null;
    }

    Map<String, String> detail() {
        Map<String, String> detail = new TreeMap<>(Map.of("law", law, "fact", fact));
        if (invitedOn != null) detail.put("invitedOn", invitedOn.toString());
        if (urgency != null) detail.put("urgency", urgency);
        return detail;
    }
}

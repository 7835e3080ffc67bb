package fr.terrain.booking;

import fr.terrain.Refusal;
import fr.terrain.http.Words;
import java.util.List;
import java.util.Map;

/** What cannot be done to a booking. */
public class BookingRefusal extends Refusal {
    private final transient List<Missing> missing;

    /** Why not. */
    public enum Reason {
        NOT_NOW,
        INCOMPLETE,
        UNPRINTABLE,
        SITE_GONE,
        NOT_YOURS,
        REASONS_MISSING,
        AWARD_MISSING,
        PRICE_MISSING,
        ORGANISATION_NOT_VERIFIED,
        SIGNATORY_MISSING,
        CHANGED_MEANWHILE,
        VISA_MISSING,
        VISA_NOT_AWAITED,
        NOT_AN_OFFICER,
        NOT_COMPETENT,
        FIELD_NOT_ASKED,
        ANSWER_MISSING,
        TOO_EARLY,
        CONDITIONS_MISSING,
        NO_REPORT,
        HEARING_MISSING,
        NOTICE_TOO_SHORT,
        WAITING,
        NOT_WAITING,
        NOT_OFFERED,
        OFFERED,
        NO_OPTION,
        OFFER_REFUSED,
        NOT_REFUSED_BY_SILENCE,
        RECEIPT_NOT_AWAITED
    }

    /** A field that is missing or wrong, and what would be right. */
    public record Missing(String field, String detail) {}

    public BookingRefusal(Reason reason, String detail) {
        this(reason, detail, List.of());
    }

    BookingRefusal(Reason reason, String detail, List<Missing> missing) {
        super(reason, detail);
        this.missing = missing;
    }

    @Override
    public int status() {
        return reason() == Reason.NOT_YOURS ? 403 : 409;
    }

    @Override
    public Map<String, Object> members() {
        return missing.isEmpty() ? Map.of() : Map.of("fields", missing);
    }

    /** What to complete, when that is the reason. */
    public List<Missing> missing() {
        return missing;
    }

    static BookingRefusal notNow(Verb verb, BookingStatus status) {
        return new BookingRefusal(
                Reason.NOT_NOW,
                "« " + Words.label(verb) + " » n’est pas possible : la demande est à l’état « " + Words.label(status)
                        + " ».");
    }

    static BookingRefusal siteGone() {
        return new BookingRefusal(Reason.SITE_GONE, "Ce terrain n’est plus proposé. Choisissez‑en un autre.");
    }

    static BookingRefusal notYours(Verb verb) {
        return new BookingRefusal(
                Reason.NOT_YOURS,
                "« " + Words.label(verb) + " » revient à une autre personne, ou demande un droit que vous n’avez pas.");
    }

    static BookingRefusal changedMeanwhile() {
        return new BookingRefusal(
                Reason.CHANGED_MEANWHILE,
                "Quelqu’un a agi sur ce dossier au même moment. Rechargez la page pour voir son état.");
    }

    static BookingRefusal incomplete(List<Missing> missing) {
        return new BookingRefusal(Reason.INCOMPLETE, "La demande n’est pas complète.", missing);
    }

    static BookingRefusal unprintable(List<Missing> faults) {
        return new BookingRefusal(
                Reason.UNPRINTABLE,
                "La convention ne pourrait pas imprimer cette demande. Le porteur peut la retirer et la déposer corrigée.",
                faults);
    }

    static BookingRefusal waitsAlready() {
        return new BookingRefusal(Reason.WAITING, "Cette demande est déjà en liste d’attente.");
    }

    static BookingRefusal waitsNot() {
        return new BookingRefusal(Reason.NOT_WAITING, "Cette demande n’est pas en liste d’attente.");
    }

    static BookingRefusal notOffered() {
        return new BookingRefusal(
                Reason.NOT_OFFERED, "Aucune offre de créneau n’attend de réponse : elle a pu passer entre‑temps.");
    }

    static BookingRefusal offeredAlready() {
        return new BookingRefusal(
                Reason.OFFERED,
                "Un créneau est déjà proposé à cette demande : attendez sa réponse, ou la fin de l’offre.");
    }

    static BookingRefusal noOption() {
        return new BookingRefusal(Reason.NO_OPTION, "Aucune option ne garde les dates de cette demande.");
    }

    static BookingRefusal incompleteOffer(List<Missing> faults) {
        return new BookingRefusal(Reason.OFFER_REFUSED, "Ces dates ne peuvent pas être gardées ainsi.", faults);
    }
}

package fr.terrain.booking;

import fr.terrain.http.French;
import fr.terrain.organisation.Colleague;
import fr.terrain.organisation.Organisation;
import java.time.LocalDate;
import java.util.List;

/** What the forms of the examination offer: who may be in charge, who else may be competent, which fields can be asked, and what is asked now. */
public record ExaminationSheet(
        List<Colleague> officers,
        List<Organisation> competent,
        ChangeRequest asked,
        boolean visaRequired,
        boolean visaAwaited,
        LocalDate today) {

    public RequestField[] fields() {
        return RequestField.values();
    }

    /** The first day that may be given to answer, for the date field. */
    public LocalDate earliestAnswer() {
        return today.plusDays(1);
    }

    /** The last day that may be given to answer. */
    public LocalDate latestAnswer() {
        return ChangesAsked.latestAnswer(today);
    }

    /** "15 février 2027": until when the owner has time. */
    public String answerBy() {
        return French.date(asked.answerBy());
    }
}

package fr.terrain.booking;

import fr.terrain.ParisClock;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What an officer asks the owner to complete: the fields that are open until the answer, why, and until when. */
@Entity
public class ChangeRequest {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    Long bookingId;
    Instant askedAt;
    Long askedBy;
    LocalDate answerBy;
    boolean missingPieces;
    String why;

    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] fields;

    Instant answeredAt;

    Long bookingId() {
        return bookingId;
    }

    /** When it was asked. */
    public Instant askedAt() {
        return askedAt;
    }

    /** The last day of the time given to answer, local date in Europe/Paris. */
    public LocalDate answerBy() {
        return answerBy;
    }

    /** When the time given to answer is over: the end of its last day. */
    public Instant answerDue() {
        return answerBy.plusDays(1).atStartOfDay(ParisClock.PARIS).toInstant();
    }

    /** Whether pieces that a rule demands are missing: then, and only then, the delay of silence waits (CRPA L.114-5). */
    public boolean isForMissingPieces() {
        return missingPieces;
    }

    public String why() {
        return why;
    }

    /** The fields that the owner may change, in the order of the request. */
    public List<RequestField> fields() {
        return Arrays.stream(fields).map(RequestField::valueOf).sorted().toList();
    }

    /** When the owner answered; null while the answer is awaited. */
    public Instant answeredAt() {
        return answeredAt;
    }

    boolean opens(RequestField field) {
        return fields().contains(field);
    }

    static ChangeRequest of(Booking booking, ChangesAsked asked, long officer, Instant now) {
        ChangeRequest request = new ChangeRequest();
        request.bookingId = booking.id;
        request.askedAt = now;
        request.askedBy = officer;
        request.answerBy = asked.answerBy();
        request.missingPieces = asked.missingPieces();
        request.why = asked.why();
        request.fields = asked.fields().stream().map(Enum::name).toArray(String[]::new);
        return request;
    }

    void answered(Instant now) {
        answeredAt = now;
    }
}

package fr.terrain.deadline;

import fr.terrain.deadline.Deadlines.Kind;
import java.time.Instant;

/**
 * Something falls due: fired once, in the transaction that marks it done, for the rooms above. What an observer throws undoes
 * all that it did, and has the deadline tried again later. An observer that opens the same deadline for later keeps it open.
 *
 * @param dueAt the instant it was due, which a stop of the service may have left well behind
 */
public record Due(Subject subject, long subjectId, Kind kind, Instant dueAt) {
    /** Whose deadline it is. */
    public enum Subject {
        BOOKING
    }

    /** Whether it is this deadline of a booking. */
    public boolean isOfBooking(Kind wanted) {
        return subject == Subject.BOOKING && kind == wanted;
    }
}

package fr.terrain.booking;

/** Where a booking stands. Its words differ by reader and live in the messages. */
public enum BookingStatus {
    DRAFT,
    SUBMITTED,
    IN_REVIEW,
    CHANGES_REQUESTED,
    APPROVED,
    REFUSED,
    SIGNING,
    SIGNED,
    RUNNING,
    SUSPENDED,
    REPORT_DUE,
    CLOSED,
    TERMINATED,
    WITHDRAWN,
    EXPIRED;

    /** The state a verb leads to, or null where the machine has no such arrow. */
    public BookingStatus after(Verb verb) {
        return switch (verb) {
            case CREATE -> null;
            case EDIT -> this == DRAFT ? DRAFT : null;
            case SUBMIT -> this == DRAFT ? SUBMITTED : null;
            case TAKE_UP -> this == SUBMITTED ? IN_REVIEW : null;
            case APPROVE -> this == IN_REVIEW ? APPROVED : null;
            case REFUSE -> this == IN_REVIEW ? REFUSED : null;
            case ISSUE_CONVENTION -> this == APPROVED ? SIGNING : null;
            case SIGN -> this == SIGNING ? SIGNING : null;
            case CONCLUDE -> this == SIGNING ? SIGNED : null;
            case WITHDRAW ->
                switch (this) {
                    case DRAFT, SUBMITTED, IN_REVIEW, CHANGES_REQUESTED, APPROVED, SIGNING -> WITHDRAWN;
                    default -> null;
                };
        };
    }

    public boolean allows(Verb verb) {
        return after(verb) != null;
    }

    /** Whether the request still waits for a decision. */
    public boolean isUndecided() {
        return this == SUBMITTED || this == IN_REVIEW || this == CHANGES_REQUESTED;
    }
}

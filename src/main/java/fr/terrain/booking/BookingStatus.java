package fr.terrain.booking;

import java.util.Arrays;

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
            case EDIT -> from(DRAFT, DRAFT);
            case SUBMIT -> from(SUBMITTED, DRAFT);
            case TAKE_UP -> from(IN_REVIEW, SUBMITTED);
            case ASK_FOR_CHANGES -> from(CHANGES_REQUESTED, IN_REVIEW);
            case RESUBMIT -> from(IN_REVIEW, CHANGES_REQUESTED);
            case GIVE_VISA -> from(IN_REVIEW, IN_REVIEW);
            case APPROVE -> from(APPROVED, IN_REVIEW);
            case REFUSE -> from(REFUSED, IN_REVIEW);
            case ISSUE_CONVENTION -> from(SIGNING, APPROVED);
            case SIGN -> from(SIGNING, SIGNING);
            case CONCLUDE -> from(SIGNED, SIGNING);
            case RECALL, DECLINE_TO_SIGN -> from(APPROVED, SIGNING);
            case START -> from(RUNNING, SIGNED);
            case MISS_START -> from(SIGNED, SIGNED);
            case SUSPEND -> from(SUSPENDED, RUNNING);
            case RESUME -> from(RUNNING, SUSPENDED);
            case FINISH -> from(REPORT_DUE, RUNNING, SUSPENDED);
            case FILE_REPORT, REJECT_REPORT -> from(REPORT_DUE, REPORT_DUE);
            case CLOSE -> from(CLOSED, REPORT_DUE);
            case RESCIND -> from(TERMINATED, APPROVED, SIGNING);
            case WITHDRAW -> from(WITHDRAWN, DRAFT, SUBMITTED, IN_REVIEW, CHANGES_REQUESTED, APPROVED, SIGNING);
            case TERMINATE -> from(TERMINATED, SIGNED, RUNNING, SUSPENDED);
            case EXPIRE -> from(EXPIRED, DRAFT, APPROVED, SIGNING, SIGNED);
            case REASSIGN -> isUndecided() || isAgreed() ? this : null;
            case MEET_CONDITION -> isAgreed() && this != REPORT_DUE ? this : null;
            case MISS_ANSWER -> from(CHANGES_REQUESTED, CHANGES_REQUESTED);
            case FORWARD, SILENT_REFUSAL, ASK_REASONS, GIVE_REASONS, RECORD_RECEIPT -> isUndecided() ? this : null;
            case PLACE_OPTION, RELEASE_OPTION -> isUndecided() ? this : null;
            case ENLIST, DELIST, OFFER_SLOT, ACCEPT_OFFER, DECLINE_OFFER, LAPSE_OFFER -> isUndecided() ? this : null;
        };
    }

    private BookingStatus from(BookingStatus to, BookingStatus... from) {
        return Arrays.asList(from).contains(this) ? to : null;
    }

    public boolean allows(Verb verb) {
        return after(verb) != null;
    }

    /** Whether the request still waits for a decision. */
    public boolean isUndecided() {
        return this == SUBMITTED || this == IN_REVIEW || this == CHANGES_REQUESTED;
    }

    /** Whether it was agreed to and is not over yet. */
    public boolean isAgreed() {
        return switch (this) {
            case APPROVED, SIGNING, SIGNED, RUNNING, SUSPENDED, REPORT_DUE -> true;
            default -> false;
        };
    }
}

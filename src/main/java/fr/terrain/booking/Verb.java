package fr.terrain.booking;

import fr.terrain.organisation.Capability;
import java.util.List;

/** What can be done to a booking, and by whom: each right is enough by itself. */
public enum Verb {
    CREATE(Right.OWNER),
    EDIT(Right.OWNER),
    SUBMIT(Right.OWNER),
    TAKE_UP(Right.OFFICER),
    REASSIGN(Right.OFFICER),
    ASK_FOR_CHANGES(Right.OFFICER),
    RESUBMIT(Right.OWNER),
    /** The request was sent to the wrong body: the one that is competent gets it, and its delay goes on (CRPA L.114-2). */
    FORWARD(Right.OFFICER),
    /** The hierarchy has seen what is about to be agreed, where the organisation wants it. */
    GIVE_VISA(Right.VISA),
    APPROVE(Right.DECIDER),
    REFUSE(Right.DECIDER),
    ISSUE_CONVENTION(Right.LEGAL),
    SIGN(Right.SIGNATORY),
    /** The last signature: SIGNING becomes SIGNED. */
    CONCLUDE(Right.SIGNATORY),
    RECALL(Right.LEGAL),
    DECLINE_TO_SIGN(Right.SIGNATORY),
    /** One of the things without which nothing starts is there: insurance, inspection, transmission, notification. */
    MEET_CONDITION(Right.OFFICER, Right.LEGAL),
    START(Right.OFFICER, Right.CLOCK),
    /** The first day is there, and not all of what must be: the booking stays signed, and everybody is told once. */
    MISS_START(Right.CLOCK),
    SUSPEND(Right.OFFICER),
    RESUME(Right.OFFICER),
    FINISH(Right.CLOCK),
    FILE_REPORT(Right.OWNER),
    REJECT_REPORT(Right.OFFICER),
    CLOSE(Right.OFFICER),
    RESCIND(Right.DECIDER),
    WITHDRAW(Right.OWNER),
    TERMINATE(Right.OFFICER, Right.LEGAL, Right.OWNER),
    EXPIRE(Right.CLOCK),
    /** Silence has refused; an express decision stays possible (CRPA L.231-4). */
    SILENT_REFUSAL(Right.CLOCK),
    /** Why silence refused: asked within the delay of appeal, and due a month later (CRPA L.232-4). */
    ASK_REASONS(Right.OWNER),
    GIVE_REASONS(Right.OFFICER),
    /** The receipt was given by other means than the mail that goes out by itself. */
    RECORD_RECEIPT(Right.OFFICER),
    /** The time given to complete the request is over, and no answer came: the officer is told. */
    MISS_ANSWER(Right.CLOCK),
    PLACE_OPTION(Right.OFFICER),
    RELEASE_OPTION(Right.OFFICER, Right.CLOCK),
    ENLIST(Right.OFFICER),
    DELIST(Right.OFFICER, Right.OWNER),
    OFFER_SLOT(Right.OFFICER, Right.CLOCK),
    ACCEPT_OFFER(Right.OWNER),
    DECLINE_OFFER(Right.OWNER),
    LAPSE_OFFER(Right.CLOCK);

    /** On whose side of the table the doer sits. */
    public enum Side {
        OCCUPANT,
        GRANTOR,
        PARTY,
        /** Nobody: a date is reached. */
        CLOCK;

        boolean includes(Party.Role role) {
            return switch (this) {
                case OCCUPANT -> role == Party.Role.OCCUPANT;
                case GRANTOR -> role == Party.Role.GRANTOR;
                case PARTY -> true;
                case CLOCK -> false;
            };
        }
    }

    /** A side, and what its organisation must have given; nothing needed means that membership is enough. */
    public record Right(Side side, List<Capability> needed) {
        static final Right OWNER = new Right(Side.OCCUPANT, List.of());
        static final Right OFFICER = new Right(Side.GRANTOR, List.of(Capability.INSTRUCT));
        static final Right DECIDER = new Right(Side.GRANTOR, List.of(Capability.INSTRUCT, Capability.DECIDE));
        static final Right VISA = new Right(Side.GRANTOR, List.of(Capability.VISA));
        static final Right LEGAL = new Right(Side.GRANTOR, List.of(Capability.LEGAL));
        static final Right SIGNATORY = new Right(Side.PARTY, List.of(Capability.SIGN));
        static final Right CLOCK = new Right(Side.CLOCK, List.of());
    }

    private final List<Right> rights;

    Verb(Right... rights) {
        this.rights = List.of(rights);
    }

    public List<Right> rights() {
        return rights;
    }

    /** Whether only this side does it, as far as people do. */
    boolean isOf(Side side) {
        return rights.stream().filter(right -> right.side() != Side.CLOCK).allMatch(right -> right.side() == side)
                && rights.stream().anyMatch(right -> right.side() == side);
    }

    /** Whether a date that is reached does it. */
    boolean isOfClock() {
        return rights.contains(Right.CLOCK);
    }
}

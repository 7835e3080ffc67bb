package fr.terrain.booking;

/** Why a signed convention ends early: the causes that its clauses RSL and FIM know, each with the notice that they promise. */
public enum TerminationCause {
    /** Of the public domain the general interest, of private ground a pressing need that nobody foresaw. */
    GENERAL_INTEREST(15),
    FAULT(0),
    LOSS_OF_PERMIT(0),
    OCCUPANT_DECISION(8),
    FORCE_MAJEURE(0);

    /** The least time that a formal notice leaves to mend a fault. */
    static final int DAYS_TO_MEND = 8;

    /** For how long force majeure must have lasted, and more. */
    static final int DAYS_PREVENTED = 30;

    private final int noticeDays;

    TerminationCause(int noticeDays) {
        this.noticeDays = noticeDays;
    }

    /** How many calendar days the convention goes on after the day on which its end is told. */
    public int noticeDays() {
        return noticeDays;
    }

    /** Whether this side may put it forward; on private ground either party may for the fault of the other. */
    public boolean isOf(Verb.Side side, boolean privateGround) {
        return switch (this) {
            case GENERAL_INTEREST -> side == Verb.Side.GRANTOR;
            case OCCUPANT_DECISION -> side == Verb.Side.OCCUPANT;
            case FAULT -> side == Verb.Side.GRANTOR || privateGround;
            case LOSS_OF_PERMIT, FORCE_MAJEURE -> true;
        };
    }

    /** Whether urgency shortens it: the notice of the general interest, the formal notice of a fault. */
    boolean bendsToUrgency() {
        return this == GENERAL_INTEREST || this == FAULT;
    }

    /** Whether it has to have lasted since some day. */
    boolean hasSince() {
        return this == FAULT || this == FORCE_MAJEURE;
    }
}

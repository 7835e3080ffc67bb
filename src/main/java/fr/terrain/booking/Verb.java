package fr.terrain.booking;

import fr.terrain.organisation.Capability;

/** What can be done to a booking, and by whom. */
public enum Verb {
    CREATE(Side.OCCUPANT),
    EDIT(Side.OCCUPANT),
    SUBMIT(Side.OCCUPANT),
    TAKE_UP(Side.GRANTOR, Capability.INSTRUCT),
    APPROVE(Side.GRANTOR, Capability.INSTRUCT, Capability.DECIDE),
    REFUSE(Side.GRANTOR, Capability.INSTRUCT, Capability.DECIDE),
    WITHDRAW(Side.OCCUPANT),
    ISSUE_CONVENTION(Side.GRANTOR, Capability.LEGAL),
    SIGN(Side.PARTY, Capability.SIGN),
    /** The last signature: SIGNING becomes SIGNED. */
    CONCLUDE(Side.PARTY, Capability.SIGN);

    /** On whose side of the table the doer sits. */
    public enum Side {
        OCCUPANT,
        GRANTOR,
        PARTY;

        boolean includes(Party.Role role) {
            return switch (this) {
                case OCCUPANT -> role == Party.Role.OCCUPANT;
                case GRANTOR -> role == Party.Role.GRANTOR;
                case PARTY -> true;
            };
        }
    }

    private final Side side;
    private final Capability[] needed;

    Verb(Side side, Capability... needed) {
        this.side = side;
        this.needed = needed;
    }

    public Side side() {
        return side;
    }

    /** All of these are needed in the organisation of that side; none means that membership is enough. */
    public Capability[] needed() {
        return needed.clone();
    }
}

package fr.terrain.audit;

/** What a verification may find. */
public enum Fault {
    /** The hash of an event is not that of its fields. */
    LINE_CHANGED,
    /** The words of an event are not those that were hashed. */
    DETAIL_CHANGED,
    /** The words of an event are gone, and nobody was forgotten. */
    DETAIL_TAKEN,
    /** An event does not follow the one before: something was taken out, put in or moved. */
    LINK_BROKEN,
    /** The booking stands elsewhere than where its last event left it. */
    STATUS_DIFFERS,
    /** A booking has no event at all. */
    CHAIN_MISSING,
    /** A sealed event is gone. */
    SEALED_EVENT_MISSING,
    /** A sealed event is another one now. */
    SEALED_EVENT_CHANGED,
    /** What a seal says is not what was signed. */
    SEAL_CHANGED,
    /** The heads that a seal lists are not those that were signed. */
    SEAL_HEADS_CHANGED,
    /** A seal is signed with a key that the configuration does not trust. */
    SEAL_KEY_UNKNOWN,
    /** A seal does not follow the one before. */
    SEAL_MISSING,
    /** The day that ended last, or one before, has no seal. */
    SEAL_LATE,
    /** A seal that was known is not there any more. */
    SEAL_UNKNOWN
}

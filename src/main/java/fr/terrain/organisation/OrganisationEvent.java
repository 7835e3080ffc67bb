package fr.terrain.organisation;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened to an organisation or its members; names are those of today, for the row keeps none.
 *
 * @param by who did it; null when that person is not known
 * @param about whom it concerns; null when it is the organisation itself
 * @param email the address that an invitation went to; null for other events, and once it is forgotten
 */
public record OrganisationEvent(
        long id,
        long organisationId,
        Kind kind,
        String by,
        String about,
        Long invitationId,
        String email,
        Map<String, String> detail,
        Instant occurredAt) {
    /** What happened. */
    public enum Kind {
        OPENED,
        CHANGED,
        VERIFIED,
        NOT_VERIFIED,
        VISA_CHANGED,
        REPRESENTATIVE_NAMED,
        REPRESENTATIVE_ENDED,
        INVITED,
        INVITATION_REVOKED,
        JOINED,
        LEFT,
        REMOVED,
        CAPABILITIES_CHANGED,
        STAND_IN_NAMED,
        STAND_IN_ENDED
    }
}

package fr.terrain.booking;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** How the title of an agreed booking is awarded, why so, and the legal item that makes it free, if one does. */
@Embeddable
public record Award(
        @Enumerated(EnumType.STRING) EconomicNature economicNature,
        @Enumerated(EnumType.STRING) AwardRoute awardRoute,
        String awardReason,
        @Enumerated(EnumType.STRING) FreeItem freeItem,
        String freeReason) {
    /** Nothing is settled yet. */
    static final Award OPEN = new Award(null, null, null, null, null);

    static Award of(Approval approval) {
        return new Award(
                approval.economicNature(),
                approval.awardRoute(),
                approval.awardReason(),
                approval.freeItem(),
                approval.freeReason());
    }
}

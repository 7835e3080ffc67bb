package fr.terrain.booking;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** An organisation in a booking: its role, whether its signature is needed, and who signs by virtue of what. */
@Entity
public class Party {
    /** What an organisation is in a booking. */
    public enum Role {
        OCCUPANT,
        GRANTOR,
        OWNER,
        FACILITATOR,
        PARTNER
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    @JoinColumn(name = "booking_id")
    Booking booking;

    public Long organisationId;

    @Enumerated(EnumType.STRING)
    public Role role;

    public boolean mustSign;
    public String signatoryName;
    public String signatoryQuality;
    public String delegationAct;
}

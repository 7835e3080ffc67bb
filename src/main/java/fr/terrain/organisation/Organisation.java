package fr.terrain.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** A body that grants sites or asks for them. Its kind decides which legal clocks and gates apply. */
@Entity
public class Organisation {
    /** The legal nature of a body. */
    public enum Kind {
        LOCAL_AUTHORITY,
        STATE,
        PUBLIC_BODY,
        PRIVATE,
        ASSOCIATION;

        /** Public bodies decide under the code des relations entre le public et l'administration. */
        public boolean isPublic() {
            return this == LOCAL_AUTHORITY || this == STATE || this == PUBLIC_BODY;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String name;
    public String legalForm;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    public String siret;
    public String rna;
    public String foreignNumber;
    public String address;
    public String contact;
    public boolean operator;
    public boolean demonstration;
    public Long createdBy;
    boolean visaRequired;
    Instant verifiedAt;

    /** Nobody signs a convention with a body whose identity was not checked. */
    public boolean isVerified() {
        return verifiedAt != null;
    }

    /** Whether somebody with the capability VISA must agree before a request is approved. */
    public boolean isVisaRequired() {
        return visaRequired;
    }
}

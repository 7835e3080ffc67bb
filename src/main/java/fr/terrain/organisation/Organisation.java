package fr.terrain.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

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

    /** What became of the check of its identity. */
    public enum Identity {
        TO_CHECK,
        CHECKED,
        REFUSED
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

    @Column(updatable = false)
    public boolean operator;

    @Column(updatable = false)
    public boolean demonstration;

    @Column(updatable = false)
    public Long createdBy;

    @Column(updatable = false)
    UUID creationKey;

    boolean visaRequired;
    Instant verifiedAt;
    Long verifiedBy;
    String checked;
    Instant refusedAt;
    String refusal;
    Instant updatedAt;

    @Version
    int version;

    /** The version a reader saw; goes out as ETag and comes back as If-Match. */
    public int version() {
        return version;
    }

    /** Nobody signs a convention with a body whose identity was not checked. */
    public boolean isVerified() {
        return verifiedAt != null;
    }

    public Identity identity() {
        if (verifiedAt != null) return Identity.CHECKED;
        return refusedAt == null ? Identity.TO_CHECK : Identity.REFUSED;
    }

    /** Whether somebody with the capability VISA must agree before a request is approved. */
    public boolean isVisaRequired() {
        return visaRequired;
    }

    public Instant verifiedAt() {
        return verifiedAt;
    }

    /** What was looked at to check the identity; null until then. */
    public String checked() {
        return checked;
    }

    /** Why the identity could not be checked; null when it was not refused. */
    public String refusal() {
        return refusal;
    }

    public Particulars particulars() {
        return new Particulars(name, legalForm, kind, siret, rna, foreignNumber, address, contact);
    }

    /** Takes over what it says of itself; another identity is to be checked again. */
    void describe(Particulars said, Instant now) {
        if (!said.isSameIdentity(particulars())) forgetCheck();
        name = said.name();
        legalForm = said.legalForm();
        kind = said.kind();
        siret = said.siret();
        rna = said.rna();
        foreignNumber = said.foreignNumber();
        address = said.address();
        contact = said.contact();
        updatedAt = now;
    }

    /** Its identity is the one that this evidence shows. */
    void verify(String evidence, long by, Instant now) {
        if (identity() == Identity.CHECKED) throw OrganisationRefusal.alreadyChecked();
        if (!particulars().hasNumber()) throw OrganisationRefusal.noNumber();
        forgetCheck();
        verifiedAt = now;
        verifiedBy = by;
        checked = evidence;
        updatedAt = now;
    }

    /** Its identity could not be checked, for this reason: it may correct it. */
    void refuseIdentity(String reason, Instant now) {
        forgetCheck();
        refusedAt = now;
        refusal = reason;
        updatedAt = now;
    }

    /** Whether a hierarchical visa is asked for before an approval. */
    void requireVisa(boolean wanted, Instant now) {
        visaRequired = wanted;
        updatedAt = now;
    }

    private void forgetCheck() {
        verifiedAt = null;
        verifiedBy = null;
        checked = null;
        refusedAt = null;
        refusal = null;
    }
}

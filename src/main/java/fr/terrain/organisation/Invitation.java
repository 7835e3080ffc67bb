package fr.terrain.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A link sent by mail that makes who follows it a member, once, within a fortnight. */
@Entity
public class Invitation {
    static final Duration LASTS = Duration.ofDays(14);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public Long organisationId;
    public String email;

    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] capabilities = {};

    byte[] salt;
    byte[] tokenHash;
    Long invitedBy;
    Instant invitedAt;
    Instant expiresAt;
    Instant acceptedAt;
    Long acceptedBy;
    Instant revokedAt;
    Long revokedBy;

    @Version
    int version;

    /** What the new member will be able to do. */
    public Set<Capability> capabilities() {
        Set<Capability> set = EnumSet.noneOf(Capability.class);
        Arrays.stream(capabilities).map(Capability::of).forEach(set::add);
        return set;
    }

    public Instant invitedAt() {
        return invitedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Sends it, or sends it anew: the link before, if there was one, leads nowhere from now on. */
    void send(Set<Capability> wanted, byte[] freshSalt, byte[] freshHash, long by, Instant now) {
        capabilities = wanted.stream().sorted().map(Capability::code).toArray(String[]::new);
        salt = freshSalt;
        tokenHash = freshHash;
        invitedBy = by;
        invitedAt = now;
        expiresAt = now.plus(LASTS);
    }

    void revoke(long by, Instant now) {
        revokedAt = now;
        revokedBy = by;
    }

    void accept(long by, Instant now) {
        requireOpen(now);
        acceptedAt = now;
        acceptedBy = by;
    }

    /** Lets pass what can still be accepted, and says of the rest why not. */
    void requireOpen(Instant now) {
        if (acceptedAt != null) throw OrganisationRefusal.invitationUsed(acceptedAt);
        if (revokedAt != null) throw OrganisationRefusal.invitationRevoked();
        if (isExpired(now)) throw OrganisationRefusal.invitationExpired(expiresAt);
    }
}

package fr.terrain.site;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One set of changes to a site, from the first word to the decision: what the public reads changes only when it is accepted. */
@Entity
public class SiteRevision {
    /** Where a revision stands. */
    public enum State {
        DRAFT,
        TO_VALIDATE,
        ACCEPTED,
        REJECTED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(updatable = false)
    public Long siteId;

    @JdbcTypeCode(SqlTypes.JSON)
    String content;

    @Enumerated(EnumType.STRING)
    State state = State.DRAFT;

    @Column(updatable = false)
    public Long authorId;

    @Column(updatable = false)
    Instant createdAt;

    Instant updatedAt;
    Long submittedBy;
    Instant submittedAt;
    Long decidedBy;
    Instant decidedAt;
    String reason;

    @Version
    int version;

    /** A new one of this author. */
    static SiteRevision begin(long siteId, String content, long author, Instant now) {
        SiteRevision begun = new SiteRevision();
        begun.siteId = siteId;
        begun.content = content;
        begun.authorId = author;
        begun.createdAt = now;
        begun.updatedAt = now;
        return begun;
    }

    /** The version a reader saw; goes out as ETag and comes back as If-Match. */
    public int version() {
        return version;
    }

    public State state() {
        return state;
    }

    /** Whether its author waits for a decision. */
    public boolean isSubmitted() {
        return state == State.TO_VALIDATE;
    }

    /** What was asked when it was sent back, or why it was rejected; null otherwise. */
    public String reason() {
        return reason;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    void save(String written, Instant now) {
        if (isSubmitted()) throw SiteRefusal.submitted();
        content = written;
        updatedAt = now;
    }

    void submit(long by, Instant now) {
        if (isSubmitted()) throw SiteRefusal.submitted();
        state = State.TO_VALIDATE;
        submittedBy = by;
        submittedAt = now;
        updatedAt = now;
        reason = null;
    }

    void askForChanges(String why, Instant now) {
        requireSubmitted();
        state = State.DRAFT;
        reason = why;
        updatedAt = now;
    }

    void accept(long by, Instant now) {
        requireSubmitted();
        decide(State.ACCEPTED, by, now);
    }

    void reject(String why, long by, Instant now) {
        requireSubmitted();
        reason = why;
        decide(State.REJECTED, by, now);
    }

    private void decide(State decision, long by, Instant now) {
        state = decision;
        decidedBy = by;
        decidedAt = now;
        updatedAt = now;
    }

    private void requireSubmitted() {
        if (!isSubmitted()) throw SiteRefusal.notSubmitted();
    }
}

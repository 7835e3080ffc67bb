package fr.terrain.site;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;

/** A place where a project can be tried: what it is, who grants it, on what terms. Geometry in EPSG:4326 (longitude, latitude). */
@Entity
public class Site {
    /** Where a site stands on its way to the public. */
    public enum State {
        DRAFT,
        TO_VALIDATE,
        PUBLISHED,
        SUSPENDED,
        ARCHIVED
    }

    /** How far the drawn position may be trusted. */
    public enum Confidence {
        HIGH,
        MEDIUM,
        LOW
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String slug;
    public String name;
    public String category;
    public String summary;
    public String description;
    public String whoDecides;

    @JdbcTypeCode(SqlTypes.ARRAY)
    public String[] documents = {};

    public Integer usualDays;
    public String cost;
    public String conditions;

    @JdbcTypeCode(SqlTypes.ARRAY)
    public String[] legalLevers = {};

    @JdbcTypeCode(SqlTypes.ARRAY)
    public String[] equipment = {};

    public boolean indoor;
    public String contact;
    public Long organisationId;
    public String insee;
    public Point accessPoint;

    @Enumerated(EnumType.STRING)
    public Confidence positionConfidence;

    public MultiPolygon perimeter;
    public BigDecimal areaHa;

    @Enumerated(EnumType.STRING)
    State state;

    @Column(updatable = false)
    boolean demonstration;

    String censusEntryId;
    Instant publishedAt;
    Instant updatedAt;

    @Version
    int version;

    public boolean isPublished() {
        return state == State.PUBLISHED;
    }

    public State state() {
        return state;
    }

    /** Whether the public has ever read it: its sheet is then kept complete. */
    public boolean wasPublished() {
        return publishedAt != null;
    }

    /** Its first version waits for the decision of the staff. */
    void submit() {
        if (state == State.DRAFT) state = State.TO_VALIDATE;
        else if (state == State.ARCHIVED) throw SiteRefusal.state("Ce site est archivé : restaurez‑le d’abord.");
    }

    /** Its first version goes back to who writes it. */
    void sendBack() {
        if (state == State.TO_VALIDATE) state = State.DRAFT;
    }

    /** The public reads it from now on; a suspended one stays suspended. */
    void publish(Instant now) {
        if (state == State.TO_VALIDATE) state = State.PUBLISHED;
        if (publishedAt == null) publishedAt = now;
        updatedAt = now;
    }

    /** Its first version was rejected; one that is published stays as it is. */
    void reject() {
        if (state == State.TO_VALIDATE) state = State.ARCHIVED;
    }

    void suspend() {
        if (state != State.PUBLISHED) throw SiteRefusal.state("Seul un site publié se suspend.");
        state = State.SUSPENDED;
    }

    void resume() {
        if (state != State.SUSPENDED) throw SiteRefusal.state("Ce site n’est pas suspendu.");
        state = State.PUBLISHED;
    }

    void archive() {
        if (state == State.ARCHIVED) throw SiteRefusal.state("Ce site est déjà archivé.");
        if (state == State.TO_VALIDATE)
            throw SiteRefusal.state("Ce site attend une décision : renvoyez ou rejetez d’abord sa première version.");
        state = State.ARCHIVED;
    }

    /** Takes it out of the archive, out of the public's sight: suspended when it was published once, a draft otherwise. */
    void restore() {
        if (state != State.ARCHIVED) throw SiteRefusal.state("Ce site n’est pas archivé.");
        state = wasPublished() ? State.SUSPENDED : State.DRAFT;
    }
}

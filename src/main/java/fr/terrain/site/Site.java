package fr.terrain.site;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
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

    @Version
    int version;

    public boolean isPublished() {
        return state == State.PUBLISHED;
    }
}

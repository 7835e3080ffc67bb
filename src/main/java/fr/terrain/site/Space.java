package fr.terrain.site;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.List;
import org.locationtech.jts.geom.MultiPolygon;

/** A bookable part of a site: a quay, a hall, a road loop. Its rules say how it is lent, its capacity how many projects at once. */
@Entity
public class Space {
    /** The legal domain of the ground. Unknown ground is treated as public (CG3P L.2111-1). */
    public enum Domain {
        PUBLIC,
        PRIVATE,
        MARITIME_PORT,
        MARITIME_NATURAL,
        UNKNOWN;

        public boolean isPublic() {
            return this != PRIVATE;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public Long siteId;
    public String name;
    public String description;
    public MultiPolygon footprint;
    public BigDecimal areaM2;

    @Enumerated(EnumType.STRING)
    public Domain domain;

    public int capacity;
    public boolean overnight;
    public int leadTimeDays;
    public int horizonDays;
    public int minDays;
    public int maxDays;
    public int bufferBeforeDays;
    public int bufferAfterDays;
    public Long tariffId;
    public int position;

    /** The area of all of these, in square metres; null when that of one is not known. */
    public static BigDecimal area(List<Space> spaces) {
        if (spaces.stream().anyMatch(space -> space.areaM2 == null)) return null;
        return spaces.stream().map(space -> space.areaM2).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

package fr.terrain.booking;

import fr.terrain.booking.NewBooking.ProjectSheet;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.Arrays;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What somebody wants to try: one project may ask for several sites, one booking each. */
@Entity
public class Project {
    static final int LONGEST_PURPOSE = 4000;
    static final int LONGEST_PROTOCOL = 10_000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public Long organisationId;
    public String title;
    public String purpose = "";
    public String protocol = "";

    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] techniques = {};

    public Integer trl;
    public Integer people;
    public Long createdBy;

    @Version
    int version;

    public List<Technique> techniques() {
        return Arrays.stream(techniques).map(Technique::valueOf).toList();
    }

    public void use(List<Technique> chosen) {
        techniques = chosen.stream().distinct().sorted().map(Enum::name).toArray(String[]::new);
    }

    /** Takes over what a sheet says. */
    Project tell(ProjectSheet sheet) {
        title = sheet.title().strip();
        purpose = sheet.purpose() == null ? "" : sheet.purpose().strip();
        protocol = sheet.protocol() == null ? "" : sheet.protocol().strip();
        use(sheet.techniques() == null ? List.of() : sheet.techniques());
        trl = sheet.trl();
        people = sheet.people();
        return this;
    }

    /** A project that says the same, not filed yet. */
    Project copy() {
        return new Project().tell(new ProjectSheet(title, purpose, protocol, techniques(), trl, people));
    }
}

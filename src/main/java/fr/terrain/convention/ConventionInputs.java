package fr.terrain.convention;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Everything a convention is made from, frozen: the same inputs give the same bytes. Stored with the document and carried inside its PDF, so it holds only
 * what every party may read: no e-mail address, no telephone number. Times are local to Europe/Paris, coordinates EPSG:4326 (longitude, latitude), areas
 * square metres, amounts euros. {@code template} is the version of the model, as {@link ClauseLibrary#version()} gives it.
 */
@JsonPropertyOrder({
    "reference",
    "number",
    "version",
    "template",
    "issuedOn",
    "demonstration",
    "grantor",
    "occupant",
    "otherParties",
    "site",
    "project",
    "slots",
    "setupStart",
    "teardownEnd",
    "award",
    "fee",
    "insurance",
    "permits",
    "court"
})
public record ConventionInputs(
        String reference,
        String number,
        int version,
        String template,
        LocalDate issuedOn,
        boolean demonstration,
        Party grantor,
        Party occupant,
        List<OtherParty> otherParties,
        Site site,
        Project project,
        List<Slot> slots,
        LocalDateTime setupStart,
        LocalDateTime teardownEnd,
        Award award,
        Fee fee,
        Insurance insurance,
        List<Permit> permits,
        Court court) {

    public ConventionInputs {
        otherParties = List.copyOf(otherParties);
        slots = List.copyOf(slots);
        permits = List.copyOf(permits);
    }

    /** Grantor or occupant; the contact is a name with a function, for the occupant only (null for the grantor). */
    public record Party(
            String name,
            String legalForm,
            String siret,
            String address,
            PartyKind kind,
            Signatory signatory,
            Contact contact) {}

    /** What a party is in law. */
    public enum PartyKind {
        LOCAL_AUTHORITY,
        PUBLIC_BODY,
        COMPANY,
        ASSOCIATION,
        OTHER
    }

    /** Who signs, in what quality, by which act; the act may be null for a legal representative. */
    public record Signatory(String name, String quality, String delegationAct) {}

    public record Contact(String name, String quality) {}

    /** Owner, facilitator or partner beside the two main parties; the signatory is null where it does not sign. */
    public record OtherParty(
            OtherRole role, String name, String legalForm, String siret, String address, Signatory signatory) {}

    public enum OtherRole {
        OWNER,
        FACILITATOR,
        PARTNER
    }

    /** The place; perimeter, area and access point may be null, but not perimeter and access point both. */
    public record Site(
            String name,
            String category,
            String commune,
            String insee,
            String department,
            Domain domain,
            Area perimeter,
            Position accessPoint,
            Confidence positionConfidence,
            BigDecimal area,
            String access,
            List<String> equipment,
            List<Constraint> constraints,
            String conditions,
            String howTo,
            List<Space> spaces,
            List<Landmark> surroundings) {

        public Site {
            equipment = List.copyOf(equipment);
            constraints = List.copyOf(constraints);
            spaces = List.copyOf(spaces);
            surroundings = List.copyOf(surroundings);
        }
    }

    /** Legal domain; an unknown one is taken as public by the caller. */
    public enum Domain {
        PUBLIC,
        PRIVATE,
        MARITIME_PORT,
        MARITIME_NATURAL
    }

    public enum Confidence {
        HIGH,
        MEDIUM,
        LOW
    }

    /** A constraint of the census (code such as MASSIF_ETE) with its French words. */
    public record Constraint(String code, String label, String effect) {}

    /** A bookable part put at disposal; the outline may be null, and so is its access where it is that of the whole stay. */
    public record Space(String name, Area outline, Access access) {
        public Space(String name, Area outline) {
            this(name, outline, null);
        }
    }

    /** When a space may be entered, mounting and dismantling included; start included, end excluded. */
    public record Access(LocalDateTime from, LocalDateTime to) {}

    /** The name of a commune or place around, for the situation map. */
    public record Landmark(String name, Position at) {}

    /** Longitude and latitude in degrees. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"lon", "lat"})
    public record Position(double lon, double lat) {}

    /** A GeoJSON MultiPolygon: polygons, each an outer ring then holes. */
    public record Area(List<List<List<Position>>> coordinates) {
        @JsonIgnore
        public boolean isEmpty() {
            return coordinates.isEmpty();
        }
    }

    public record Project(
            String title,
            String purpose,
            String protocol,
            List<Technique> techniques,
            Integer trl,
            int people,
            boolean publicPresent) {

        public Project {
            techniques = List.copyOf(techniques);
        }
    }

    /** What a project brings that changes its rules. */
    public enum Technique {
        DRONE,
        RADIO,
        PERSONAL_DATA,
        CAMERA,
        VEHICLE,
        ENERGY,
        DISCHARGE,
        WORKS
    }

    /** Start included, end excluded; the names of the spaces it is of, null when it is of all. */
    public record Slot(LocalDateTime start, LocalDateTime end, List<String> spaces) {
        public Slot {
            spaces = spaces == null ? null : List.copyOf(spaces);
        }

        public Slot(LocalDateTime start, LocalDateTime end) {
            this(start, end, null);
        }
    }

    /** How the title was given; the reason is a full sentence. */
    public record Award(EconomicNature economicNature, Route route, String reason) {}

    public enum EconomicNature {
        NO,
        YES,
        DOUBT
    }

    public enum Route {
        PUBLICITY,
        SELECTION,
        DIRECT,
        OUT_OF_SCOPE
    }

    /** Either lines that add up to the total, or a gratuity (then no line and a total of zero). */
    public record Fee(List<FeeLine> lines, BigDecimal total, Gratuity gratuity) {
        public Fee {
            lines = List.copyOf(lines);
        }
    }

    /** Amount = quantity × unit price, rounded to the cent. */
    public record FeeLine(
            String label,
            String grid,
            String deliberationNumber,
            LocalDate deliberationDate,
            BigDecimal quantity,
            String unit,
            BigDecimal unitPrice,
            BigDecimal amount) {}

    /** The item of CG3P L. 2125-1 (or, on private domain, the ground) and why it applies here. */
    public record Gratuity(String item, String reason) {}

    /** Least sums insured, per claim. */
    public record Insurance(BigDecimal bodilyMinimum, BigDecimal materialMinimum) {}

    public record Permit(String authority, String object, PermitStatus status, String reference) {}

    public enum PermitStatus {
        TO_ASK,
        ASKED,
        GRANTED
    }
}

package fr.terrain.site;

import fr.terrain.http.Blank;
import fr.terrain.http.Faults;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that can be edited of a site, as one revision holds it; what is not given is empty, and an empty text is "". */
public record SiteContent(
        @Valid Identity identity,
        @Valid Place place,
        @Valid Terms terms,

        @Size(max = MOST_SPACES, message = "60 espaces au plus.")
        List<@Valid SpaceContent> spaces,

        @Size(max = MOST_PARTIES, message = "20 organismes au plus.")
        List<@Valid SiteParty> parties) {
    static final int MOST_SPACES = 60;
    static final int MOST_PARTIES = 20;
    private static final Set<String> ROLES = Set.of("OWNER", "FACILITATOR", "PARTNER");

    public SiteContent {
        identity = identity == null ? Identity.EMPTY : identity;
        place = place == null ? Place.EMPTY : place;
        terms = terms == null ? Terms.EMPTY : terms;
        spaces = spaces == null ? List.of() : List.copyOf(spaces);
        parties = parties == null ? List.of() : List.copyOf(parties);
    }

    /** What the place is: its category and themes by their codes. */
    public record Identity(
            @Size(max = 200, message = "200 caractères au plus.")
            String name,

            @Size(max = 60, message = "60 caractères au plus.")
            String category,

            @Size(max = 300, message = "300 caractères au plus.")
            String summary,

            @Size(max = 10_000, message = "10\u202f000 caractères au plus.")
            String description,

            Boolean indoor,

            @Schema(uniqueItems = true) @Size(max = 40, message = "40 lignes au plus.")
            List<String> themes,

            @Size(max = 60, message = "60 lignes au plus.") List<String> equipment) {
        static final Identity EMPTY = new Identity("", "", "", "", false, List.of(), List.of());

        public Identity {
            name = Blank.strip(name);
            category = Blank.strip(category);
            summary = Blank.strip(summary);
            description = Blank.strip(description);
            indoor = Boolean.TRUE.equals(indoor);
            themes = codes(themes);
            equipment = texts(equipment);
        }

        public boolean inside() {
            return indoor;
        }

        void check(Faults faults) {
            faults.required("identity.name", name, 3, 200, "Donnez un nom, de 3 à 200 caractères.");
            faults.text("identity.summary", summary, 300);
            faults.text("identity.description", description, 10_000);
            if (category.isEmpty()) faults.add("identity.category", "Choisissez une catégorie.");
            checkList(faults, "identity.themes", themes, 40, 60);
            checkList(faults, "identity.equipment", equipment, 60, 300);
        }
    }

    /** Where it is: longitude and latitude in degrees (EPSG:4326), the commune by its Insee code, constraints by their codes. */
    public record Place(
            @Size(max = 5, message = "5 caractères au plus.")
            String insee,

            Double longitude,
            Double latitude,
            Site.Confidence positionConfidence,
            @Valid Outline perimeter,

            @Schema(uniqueItems = true) @Size(max = 48, message = "48 lignes au plus.")
            List<String> constraints) {
        static final Place EMPTY = new Place("", null, null, null, null, List.of());

        public Place {
            insee = Blank.strip(insee);
            constraints = codes(constraints);
        }

        /** Whether the point of access is given. */
        public boolean located() {
            return longitude != null && latitude != null;
        }

        void check(Faults faults) {
            if ((longitude == null) != (latitude == null))
                faults.add("place.longitude", "Donnez la longitude et la latitude, ou aucune des deux.");
            if (longitude != null && !(longitude >= -180 && longitude <= 180))
                faults.add("place.longitude", "Donnez une longitude en degrés, par exemple 5,37.");
            if (latitude != null && !(latitude >= -90 && latitude <= 90))
                faults.add("place.latitude", "Donnez une latitude en degrés, par exemple 43,29.");
            if (perimeter != null) perimeter.check("place.perimeter", faults);
            checkList(faults, "place.constraints", constraints, 48, 30);
        }
    }

    /** How it is lent: who decides, what to send, how many days an answer takes, at what cost and on what conditions. */
    public record Terms(
            @Size(max = 2000, message = "2\u202f000 caractères au plus.")
            String whoDecides,

            @Size(max = 40, message = "40 lignes au plus.") List<String> documents,
            Integer usualDays,

            @Size(max = 2000, message = "2\u202f000 caractères au plus.")
            String cost,

            @Size(max = 10_000, message = "10\u202f000 caractères au plus.")
            String conditions,

            @Size(max = 40, message = "40 lignes au plus.") List<String> legalLevers,

            @Size(max = 254, message = "254 caractères au plus.")
            String contact) {
        static final Terms EMPTY = new Terms("", List.of(), null, "", "", List.of(), "");

        public Terms {
            whoDecides = Blank.strip(whoDecides);
            documents = texts(documents);
            cost = Blank.strip(cost);
            conditions = Blank.strip(conditions);
            legalLevers = texts(legalLevers);
            contact = Blank.strip(contact);
        }

        void check(Faults faults) {
            faults.text("terms.whoDecides", whoDecides, 2000);
            faults.text("terms.cost", cost, 2000);
            faults.text("terms.conditions", conditions, 10_000);
            faults.text("terms.contact", contact, 254);
            if (usualDays != null && (usualDays < 1 || usualDays > 730))
                faults.add("terms.usualDays", "Donnez un nombre de jours de 1 à 730.");
            checkList(faults, "terms.documents", documents, 40, 300);
            checkList(faults, "terms.legalLevers", legalLevers, 40, 500);
        }
    }

    /** A draft about which only its name and category are known. */
    static SiteContent named(String name, String category) {
        return new SiteContent(
                new Identity(name, category, "", "", false, List.of(), List.of()), null, null, null, null);
    }

    public SiteContent with(Identity other) {
        return new SiteContent(other, place, terms, spaces, parties);
    }

    public SiteContent with(Place other) {
        return new SiteContent(identity, other, terms, spaces, parties);
    }

    public SiteContent with(Terms other) {
        return new SiteContent(identity, place, other, spaces, parties);
    }

    public SiteContent withSpaces(List<SpaceContent> others) {
        return new SiteContent(identity, place, terms, others, parties);
    }

    public SiteContent withParties(List<SiteParty> others) {
        return new SiteContent(identity, place, terms, spaces, others);
    }

    /** Notes what could not be kept as it is written; an incomplete draft has no fault. */
    void check(Faults faults) {
        identity.check(faults);
        place.check(faults);
        terms.check(faults);
        checkSpaces(faults);
        if (parties.size() > MOST_PARTIES) faults.add("parties", "Donnez 20 organismes au plus.");
        Set<String> seen = new HashSet<>();
        for (SiteParty party : parties) {
            if (party == null || !ROLES.contains(party.role()))
                faults.add("parties", "Donnez à chaque organisme un rôle : OWNER, FACILITATOR ou PARTNER.");
            else if (!seen.add(party.organisationId() + party.role()))
                faults.add("parties", "Un organisme figure deux fois avec le même rôle : retirez l’une des lignes.");
        }
    }

    private void checkSpaces(Faults faults) {
        if (spaces.size() > MOST_SPACES) faults.add("spaces", "Un terrain a 60 espaces au plus.");
        Set<String> names = new HashSet<>();
        Set<Long> ids = new HashSet<>();
        for (int i = 0; i < Math.min(spaces.size(), MOST_SPACES); i++) {
            SpaceContent space = spaces.get(i);
            space.check("spaces[" + i + "]", faults);
            if (!names.add(space.name()))
                faults.add("spaces[" + i + "].name", "Deux espaces portent ce nom : donnez‑en un autre.");
            if (space.id() != null && !ids.add(space.id()))
                faults.add("spaces[" + i + "].id", "Cet espace figure deux fois.");
        }
    }

    static List<String> texts(List<String> given) {
        if (given == null) return List.of();
        return given.stream().filter(one -> !Blank.is(one)).map(Blank::strip).toList();
    }

    private static List<String> codes(List<String> given) {
        return texts(given).stream().distinct().sorted().toList();
    }

    private static void checkList(Faults faults, String field, List<String> texts, int most, int longest) {
        if (texts.size() > most) faults.add(field, "Donnez %d lignes au plus.".formatted(most));
        texts.forEach(text -> faults.text(field, text, longest));
    }
}

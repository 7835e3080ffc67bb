package fr.terrain.site;

import fr.terrain.http.Blank;
import fr.terrain.http.Faults;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** The forms of the first three steps of the editor, as they were typed; only the one that was sent is filled. */
public class SiteForm {
    @RestForm
    public String version;

    @RestForm("identity.name")
    public String name;

    @RestForm("identity.category")
    public String category;

    @RestForm("identity.summary")
    public String summary;

    @RestForm("identity.description")
    public String description;

    @RestForm("identity.indoor")
    public String indoor;

    @RestForm("identity.themes")
    public List<String> themes;

    @RestForm("identity.equipment")
    public String equipment;

    @RestForm("place.insee")
    public String insee;

    @RestForm("place.longitude")
    public String longitude;

    @RestForm("place.latitude")
    public String latitude;

    @RestForm("place.positionConfidence")
    public String confidence;

    @RestForm("place.perimeter")
    public String perimeter;

    @RestForm("mend")
    public String mend;

    @RestForm("place.constraints")
    public List<String> constraints;

    @RestForm("terms.whoDecides")
    public String whoDecides;

    @RestForm("terms.documents")
    public String documents;

    @RestForm("terms.usualDays")
    public String usualDays;

    @RestForm("terms.cost")
    public String cost;

    @RestForm("terms.conditions")
    public String conditions;

    @RestForm("terms.legalLevers")
    public String legalLevers;

    @RestForm("terms.contact")
    public String contact;

    /** The identity that was typed. */
    SiteContent.Identity identity() {
        return new SiteContent.Identity(
                name, category, summary, description, "oui".equals(indoor), themes, lines(equipment));
    }

    /** The place that was typed; an empty perimeter keeps the one that is known. */
    SiteContent.Place place(SiteContent.Place known, PerimeterReader reader, Faults faults) {
        return new SiteContent.Place(
                insee,
                degrees("place.longitude", longitude, faults),
                degrees("place.latitude", latitude, faults),
                faults.choice("place.positionConfidence", confidence, Site.Confidence.class),
                outline(known.perimeter(), reader, faults),
                constraints);
    }

    SiteContent.Terms terms(Faults faults) {
        return new SiteContent.Terms(
                whoDecides,
                lines(documents),
                faults.whole("terms.usualDays", usualDays, 1, 730, "Donnez un nombre de jours de 1 à 730."),
                cost,
                conditions,
                lines(legalLevers),
                contact);
    }

    private Outline outline(Outline known, PerimeterReader reader, Faults faults) {
        if (Blank.is(perimeter)) return known;
        PerimeterReading read = reader.read(perimeter.getBytes(StandardCharsets.UTF_8), null, null, "oui".equals(mend));
        if (read.isGood()) return outline(read.perimeter());
        read.faults().forEach(fault -> faults.add("place.perimeter", fault));
        return known;
    }

    private static Double degrees(String field, String typed, Faults faults) {
        if (Blank.is(typed)) return null;
        String digits = Blank.strip(typed).replace(',', '.');
        if (digits.matches("-?[0-9]{1,3}(\\.[0-9]{1,12})?")) return Double.valueOf(digits);
        faults.add(field, "Donnez des degrés, par exemple 5,3695.");
        return null;
    }

    static List<String> lines(String typed) {
        return SiteContent.texts(typed == null ? List.of() : Arrays.asList(typed.split("\\R")));
    }

    private static Outline outline(MultiPolygon shape) {
        return new Outline("MultiPolygon", polygons(shape).map(SiteForm::rings).collect(Collectors.toList()));
    }

    private static Stream<Polygon> polygons(Geometry shape) {
        return Stream.iterate(0, i -> i < shape.getNumGeometries(), i -> i + 1)
                .map(i -> (Polygon) shape.getGeometryN(i));
    }

    private static List<List<List<Double>>> rings(Polygon polygon) {
        Stream<LinearRing> holes = Stream.iterate(0, i -> i < polygon.getNumInteriorRing(), i -> i + 1)
                .map(polygon::getInteriorRingN);
        return Stream.concat(Stream.of(polygon.getExteriorRing()), holes)
                .map(ring -> Arrays.stream(ring.getCoordinates())
                        .map(SiteForm::point)
                        .toList())
                .toList();
    }

    private static List<Double> point(Coordinate point) {
        return List.of(point.x, point.y);
    }
}

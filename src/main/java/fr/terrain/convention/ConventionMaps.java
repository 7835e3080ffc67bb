package fr.terrain.convention;

import fr.terrain.convention.ConventionInputs.Area;
import fr.terrain.convention.ConventionInputs.Position;
import fr.terrain.document.Lambert93;
import fr.terrain.document.MapFrame;
import fr.terrain.document.SituationMap;
import fr.terrain.document.SituationMap.Point;
import fr.terrain.document.SituationMap.Shape;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The two maps of a convention, projected here to EPSG:2154: where the site lies among the communes, and its perimeter closer. */
final class ConventionMaps {
    /** Names by which clauses call the maps. */
    static final Set<String> NAMES = Set.of("carte:situation", "carte:emprise");

    private ConventionMaps() {}

    static Map<String, SituationMap> of(ConventionInputs inputs) {
        ConventionInputs.Site site = inputs.site();
        MapFrame frame = new MapFrame(
                shapes("", site.perimeter()),
                site.spaces().stream()
                        .flatMap(s -> shapes(s.name(), s.outline()).stream())
                        .toList(),
                site.accessPoint() == null ? null : point(site.accessPoint()),
                site.positionConfidence() == ConventionInputs.Confidence.LOW,
                site.surroundings().stream()
                        .map(l -> new SituationMap.Place(l.name(), point(l.at())))
                        .toList());
        return Map.of("carte:situation", frame.situation(), "carte:emprise", frame.closeUp());
    }

    private static List<Shape> shapes(String name, Area area) {
        return area == null
                ? List.of()
                : area.coordinates().stream()
                        .map(polygon -> shape(name, polygon))
                        .toList();
    }

    private static Shape shape(String name, List<List<Position>> polygon) {
        return new Shape(
                name,
                polygon.stream()
                        .map(ring -> ring.stream().map(ConventionMaps::point).toList())
                        .toList());
    }

    private static Point point(Position position) {
        return Lambert93.project(position.lon(), position.lat());
    }
}

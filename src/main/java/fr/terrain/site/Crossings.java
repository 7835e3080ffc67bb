package fr.terrain.site;

import java.util.List;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.noding.BasicSegmentString;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;

/** Counts where outlines cross or run along each other, up to a limit: what mending costs grows with their number. */
class Crossings implements SegmentIntersector {
    private final RobustLineIntersector intersector = new RobustLineIntersector();
    private final int most;
    private int found;

    private Crossings(int most) {
        this.most = most;
    }

    /** Whether there are more than this. */
    static boolean exceed(int most, Geometry shape) {
        Crossings crossings = new Crossings(most);
        MCIndexNoder noder = new MCIndexNoder(crossings);
        List<SegmentString> lines = ((List<?>) LinearComponentExtracter.getLines(shape))
                .stream()
                        .map(line -> (SegmentString) new BasicSegmentString(((LineString) line).getCoordinates(), null))
                        .toList();
        noder.computeNodes(lines);
        return crossings.isDone();
    }

    @Override
    public void processIntersections(SegmentString one, int i, SegmentString other, int j) {
        if (one == other && Math.abs(i - j) <= 1 || isDone()) return;
        intersector.computeIntersection(
                one.getCoordinate(i), one.getCoordinate(i + 1), other.getCoordinate(j), other.getCoordinate(j + 1));
        // Outlines that only meet at their vertices cost nothing.
        if (intersector.hasIntersection() && intersector.isInteriorIntersection()) found++;
    }

    @Override
    public boolean isDone() {
        return found > most;
    }
}

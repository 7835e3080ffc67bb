package fr.terrain.document;

import java.util.ArrayList;
import java.util.List;

/** Slanted lines inside a polygon with holes, so that an area is not told by colour alone; computed, not clipped, so that every format draws the same. */
final class Hatch {
    private Hatch() {}

    /** Strokes (x1, y1, x2, y2) at 45 degrees, {@code gap} apart along the x axis. */
    static List<double[]> lines(List<double[][]> rings, double gap) {
        double least = Double.MAX_VALUE, most = -Double.MAX_VALUE;
        for (double[] p : rings.getFirst()) {
            least = Math.min(least, p[0] - p[1]);
            most = Math.max(most, p[0] - p[1]);
        }
        List<double[]> out = new ArrayList<>();
        for (double at = Math.ceil(least / gap) * gap; at < most; at += gap) {
            List<Double> cuts = cuts(rings, at);
            for (int i = 0; i + 1 < cuts.size(); i += 2) {
                double from = cuts.get(i), to = cuts.get(i + 1);
                out.add(new double[] {at + from, from, at + to, to});
            }
        }
        return out;
    }

    /** Heights at which the line x - y = at crosses an edge, in order. */
    private static List<Double> cuts(List<double[][]> rings, double at) {
        List<Double> cuts = new ArrayList<>();
        for (double[][] ring : rings) {
            for (int i = 0; i < ring.length; i++) {
                double[] a = ring[i], b = ring[(i + 1) % ring.length];
                double da = a[0] - a[1] - at, db = b[0] - b[1] - at;
                if (da < 0 != db < 0) {
                    cuts.add(a[1] + (b[1] - a[1]) * da / (da - db));
                }
            }
        }
        cuts.sort(null);
        return cuts;
    }
}

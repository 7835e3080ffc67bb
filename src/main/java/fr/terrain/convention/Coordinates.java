package fr.terrain.convention;

import fr.terrain.convention.ConventionInputs.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The corners of the perimeter as a table, for those who do not read the map; or the access point where there is no perimeter. */
final class Coordinates {
    private static final int MOST = 24;

    private Coordinates() {}

    static List<Map<String, Object>> of(ConventionInputs inputs) {
        List<Map<String, Object>> rows = new ArrayList<>();
        ConventionInputs.Area perimeter = inputs.site().perimeter();
        if (perimeter != null) {
            for (List<List<Position>> polygon : perimeter.coordinates()) {
                List<Position> ring = polygon.getFirst();
                ring.subList(0, ring.size() - 1).forEach(p -> rows.add(row("Sommet " + (rows.size() + 1), p)));
            }
        }
        if (rows.size() > MOST) {
            rows.clear();
        }
        if (inputs.site().accessPoint() != null) {
            rows.add(row("Point d’accès", inputs.site().accessPoint()));
        }
        return rows;
    }

    private static Map<String, Object> row(String name, Position position) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("point", name);
        row.put("longitude", degrees(position.lon()));
        row.put("latitude", degrees(position.lat()));
        return row;
    }

    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.5f°", value).replace('.', ',');
    }
}

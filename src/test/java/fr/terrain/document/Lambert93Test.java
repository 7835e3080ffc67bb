package fr.terrain.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Lambert93Test {
    /** Expected metres by PROJ: ST_Transform(ST_SetSRID(ST_MakePoint(lon, lat), 4326), 2154). */
    @ParameterizedTest
    @CsvSource(textBlock = """
            3, 46.5, 700000, 6600000
            5.3698, 43.2965, 892390.2216, 6247035.2568
            5.5083, 43.6915, 902236.1494, 6291264.1860
            """)
    void projectsAsProjDoes(double longitude, double latitude, double east, double north) {
        SituationMap.Point point = Lambert93.project(longitude, latitude);
        assertEquals(east, point.x(), 0.01);
        assertEquals(north, point.y(), 0.01);
    }
}

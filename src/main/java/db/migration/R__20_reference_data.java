package db.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Loads the communes and the codes of the catalogue: categories, constraint codes, theme families and themes. */
public class R__20_reference_data extends BaseJavaMigration {

    /** Outlines come from elsewhere and stay. */
    private static final String COMMUNES = """
            insert into commune (insee, name, department, siren, population, postcodes, label_point)
            select cell[1], cell[2], cell[3], cell[4], cell[5]::int, string_to_array(cell[6], ';'),
                   st_setsrid(st_makepoint(cell[7]::float8, cell[8]::float8), 4326)
              from regexp_split_to_table(?, '\\r?\\n') line
              cross join string_to_array(line, ',') cell
             where line ~ '^[0-9]'
            on conflict (insee) do update set name = excluded.name, department = excluded.department, siren = excluded.siren,
              population = excluded.population, postcodes = excluded.postcodes, label_point = excluded.label_point
            """;

    private static final String CATEGORIES = """
            insert into category (code, family, label, family_label, position)
            select row->>'code', row->>'family', row->>'label', row->>'familyLabel', place
              from jsonb_array_elements(?::jsonb) with ordinality t(row, place)
            on conflict (code) do update set family = excluded.family, label = excluded.label,
              family_label = excluded.family_label, position = excluded.position
            """;

    private static final String CONSTRAINTS = """
            insert into constraint_code (code, label, effect, gesture, tone)
            select row->>'code', row->>'label', row->>'effect', row->>'gesture', row->>'tone'
              from jsonb_array_elements(?::jsonb) row
            on conflict (code) do update set label = excluded.label, effect = excluded.effect,
              gesture = excluded.gesture, tone = excluded.tone
            """;

    private static final String THEME_FAMILIES = """
            insert into theme_family (code, label, position)
            select row->>'code', row->>'label', place from jsonb_array_elements(?::jsonb) with ordinality t(row, place)
            on conflict (code) do update set label = excluded.label, position = excluded.position
            """;

    private static final String THEMES = """
            insert into theme (code, family, label)
            select row->>'code', row->>'family', row->>'label' from jsonb_array_elements(?::jsonb) row
            on conflict (code) do update set family = excluded.family, label = excluded.label
            """;

    /** Labels are part of the words of a site: the trigger computes them anew. */
    private static final String SITE_WORDS =
            "update site s set search = '' where s.search is distinct from site_words(s)";

    private final GeoFiles files;

    /** Reads the files that come with the application. */
    public R__20_reference_data() {
        this(GeoFiles.packaged());
    }

    /** Reads these files. */
    public R__20_reference_data(GeoFiles files) {
        this.files = files;
    }

    @Override
    public Integer getChecksum() {
        return files.checksum(
                "communes.csv", "categories.json", "constraints.json", "theme-families.json", "themes.json");
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        load(connection, COMMUNES, "communes.csv");
        load(connection, CATEGORIES, "categories.json");
        load(connection, CONSTRAINTS, "constraints.json");
        load(connection, THEME_FAMILIES, "theme-families.json");
        load(connection, THEMES, "themes.json");
        try (PreparedStatement words = connection.prepareStatement(SITE_WORDS)) {
            words.executeUpdate();
        }
    }

    private void load(Connection connection, String sql, String file) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, files.text(file));
            if (insert.executeUpdate() == 0) {
                throw new IllegalStateException("geo/" + file + " holds no row");
            }
        }
    }
}

package fr.terrain.territory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** The SQL of the command that loads outlines, on a connection of its own. */
final class OutlineRepository {
    private static final String ALONE = "select pg_advisory_xact_lock(hashtext('commune_outline'))";
    private static final String COMMUNES = "select insee, name from commune";

    /** One row with whether the outline is near its commune and whether anything changed; none of the outline that is there already is touched. */
    private static final String KEEP = """
            with given as materialized (
              select st_multi(st_collectionextract(st_makevalid(st_setsrid(st_geomfromgeojson(?), 4326)), 3)) as outline),
            checked as (
              select g.outline, c.insee, st_dwithin(cast(g.outline as geography), cast(c.label_point as geography), 5000) as near
                from given g join commune c on c.insee = ?),
            kept as (
              insert into commune_outline as o (insee, outline, source, vintage)
              select insee, outline, ?, ? from checked where near
              on conflict (insee) do update
                set outline = excluded.outline, source = excluded.source, vintage = excluded.vintage, loaded_at = now()
                where not st_orderingequals(o.outline, excluded.outline) or (o.source, o.vintage) <> (excluded.source, excluded.vintage)
              returning insee)
            select near, exists (select from kept) from checked
            """;

    private final Connection connection;

    /** What became of one outline. */
    enum Kept {
        CHANGED,
        SAME,
        FAR
    }

    OutlineRepository(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        try (PreparedStatement lock = connection.prepareStatement("set search_path to terrain, public")) {
            lock.execute();
        }
        try (PreparedStatement lock = connection.prepareStatement(ALONE)) {
            lock.execute();
        }
    }

    /** Code and name of each commune of the territory. */
    Map<String, String> communes() throws SQLException {
        Map<String, String> communes = new TreeMap<>();
        try (PreparedStatement all = connection.prepareStatement(COMMUNES);
                ResultSet rows = all.executeQuery()) {
            while (rows.next()) communes.put(rows.getString(1), rows.getString(2));
        }
        return communes;
    }

    Kept keep(String insee, String geometry, String source, int vintage) throws SQLException {
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setString(1, geometry);
            keep.setString(2, insee);
            keep.setString(3, source);
            keep.setInt(4, vintage);
            try (ResultSet row = keep.executeQuery()) {
                row.next();
                return !row.getBoolean(1) ? Kept.FAR : row.getBoolean(2) ? Kept.CHANGED : Kept.SAME;
            }
        }
    }
}

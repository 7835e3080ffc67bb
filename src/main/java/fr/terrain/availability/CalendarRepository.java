package fr.terrain.availability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the calendars of spaces: their rules and the rows that keep them. */
@ApplicationScoped
public class CalendarRepository {
    private static final String SPACES = """
            select id, site_id, name, capacity, overnight from public_space where site_id = any(cast(:sites as bigint[])) order by position, id
            """;
    private static final String RULES = """
            select space_id, kind, array_to_string(weekdays, ','), opens, closes, season_start, season_end, cause
              from public_opening_rule where site_id = any(cast(:sites as bigint[])) order by id
            """;
    private static final String ROWS = """
            select o.space_id, o.kind, lower(o.lanes), case when upper_inf(o.lanes) then null else upper(o.lanes) - 1 end,
                   lower(o.during), upper(o.during), o.cause
              from unnest(cast(:sites as bigint[]), cast(:periods as tstzrange[])) as asked (site_id, period)
              join public_occupancy o on o.site_id = asked.site_id and o.during && asked.period
             where (o.hold_until is null or o.hold_until > :now)
            """;
    private static final String IN_ORDER = " order by o.during";
    /** A booking's own rows, told by their place, which no two rows share: the view says of nobody whose it is. */
    private static final String OF_OTHERS = """
               and not exists (select from occupation own
                                where own.booking_id = :own and own.space_id = o.space_id and own.lanes = o.lanes and own.during = o.during)
            """;

    @Inject
    EntityManager entityManager;

    /**
     * The calendars of the spaces of a published site, with what takes them in this period.
     *
     * @param now holds that lapsed before this instant no longer count
     */
    public List<SpaceCalendar> listOf(long siteId, Period period, Instant now) {
        return listOf(Map.of(siteId, period), now).get(siteId);
    }

    /** The same around local days of Europe/Paris, as a booking sees it: what is kept for itself is not in its way. Null for nobody's eyes. */
    public List<SpaceCalendar> listFor(Long own, long siteId, LocalDate first, LocalDate last, Instant now) {
        return list(own, Map.of(siteId, Period.around(first, last)), now).get(siteId);
    }

    /** The same of several sites, each with what takes it in its own period: as many queries as for one. */
    public Map<Long, List<SpaceCalendar>> listOf(Map<Long, Period> sites, Instant now) {
        return list(null, sites, now);
    }

    private Map<Long, List<SpaceCalendar>> list(Long own, Map<Long, Period> sites, Instant now) {
        Map<Long, List<SpaceCalendar>> calendars = new LinkedHashMap<>();
        sites.keySet().forEach(site -> calendars.put(site, new ArrayList<>()));
        if (sites.isEmpty()) return calendars;
        List<Map.Entry<Long, Period>> asked = List.copyOf(sites.entrySet());
        String ids = array(asked, site -> site.getKey().toString());
        String periods = array(asked, site -> "\"" + range(site.getValue()) + "\"");
        Map<Long, List<OpeningRule>> rules = bySpace(query(RULES, ids), CalendarRepository::rule);
        Query taken = query(own == null ? ROWS + IN_ORDER : ROWS + OF_OTHERS + IN_ORDER, ids);
        if (own != null) taken.setParameter("own", own);
        Map<Long, List<Booked>> rows =
                bySpace(taken.setParameter("periods", periods).setParameter("now", now), CalendarRepository::booked);
        for (Object row : query(SPACES, ids).getResultList()) {
            Tuple space = (Tuple) row;
            calendars
                    .get(space.get(1, Long.class))
                    .add(new SpaceCalendar(
                            id(space),
                            space.get(2, String.class),
                            space.get(3, Integer.class),
                            space.get(4, Boolean.class),
                            rules.getOrDefault(id(space), List.of()),
                            rows.getOrDefault(id(space), List.of())));
        }
        return calendars;
    }

    /** The same around local days of Europe/Paris, both included, with the night before and the morning after. */
    public List<SpaceCalendar> listAround(long siteId, LocalDate first, LocalDate last, Instant now) {
        return listOf(siteId, Period.around(first, last), now);
    }

    private Query query(String sql, String sites) {
        return entityManager.createNativeQuery(sql, Tuple.class).setParameter("sites", sites);
    }

    @SuppressWarnings("unchecked")
    private static <T> Map<Long, List<T>> bySpace(Query query, Function<Tuple, T> read) {
        List<Tuple> rows = query.getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(CalendarRepository::id, Collectors.mapping(read, Collectors.toList())));
    }

    private static <T> String array(List<T> values, Function<T, String> written) {
        return values.stream().map(written).collect(Collectors.joining(",", "{", "}"));
    }

    private static String range(Period period) {
        return "[" + period.from() + "," + period.to() + ")";
    }

    private static Long id(Tuple row) {
        return row.get(0, Long.class);
    }

    private static OpeningRule rule(Tuple row) {
        return new OpeningRule(
                OpeningRule.Kind.valueOf(row.get(1, String.class)),
                Arrays.stream(row.get(2, String.class).split(","))
                        .map(day -> DayOfWeek.of(Integer.parseInt(day)))
                        .collect(Collectors.toSet()),
                row.get(3, LocalTime.class),
                row.get(4, LocalTime.class),
                monthDay(row.get(5, String.class)),
                monthDay(row.get(6, String.class)),
                row.get(7, String.class));
    }

    private static MonthDay monthDay(String text) {
        return text == null ? null : MonthDay.parse("--" + text);
    }

    private static Booked booked(Tuple row) {
        return new Booked(
                Booked.Kind.valueOf(row.get(1, String.class)),
                row.get(2, Integer.class),
                row.get(3, Integer.class),
                new Period(row.get(4, Instant.class), row.get(5, Instant.class)),
                row.get(6, String.class));
    }
}

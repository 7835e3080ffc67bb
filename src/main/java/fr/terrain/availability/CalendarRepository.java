package fr.terrain.availability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
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
import java.util.stream.Collectors;

/** Reads the calendars of spaces: their rules and the rows that keep them. */
@ApplicationScoped
public class CalendarRepository {
    private static final String SPACES = """
            select id, name, capacity, overnight from public_space where site_id = :site order by position, id
            """;
    private static final String RULES = """
            select space_id, kind, array_to_string(weekdays, ','), opens, closes, season_start, season_end, cause
              from public_opening_rule where site_id = :site order by id
            """;
    private static final String ROWS = """
            select space_id, kind, lower(lanes), case when upper_inf(lanes) then null else upper(lanes) - 1 end,
                   lower(during), upper(during), cause
              from public_occupancy
             where space_id in (select id from public_space where site_id = :site)
               and during && tstzrange(:from, :to) and (hold_until is null or hold_until > :now)
             order by during
            """;

    @Inject
    EntityManager entityManager;

    /**
     * The calendars of the spaces of a published site, with what takes them in this period.
     *
     * @param now holds that lapsed before this instant no longer count
     */
    public List<SpaceCalendar> listOf(long siteId, Period period, Instant now) {
        Map<Long, List<OpeningRule>> rules = new LinkedHashMap<>();
        query(RULES, siteId)
                .getResultStream()
                .forEach(row ->
                        rules.computeIfAbsent(id(row), k -> new ArrayList<>()).add(rule((Tuple) row)));
        Map<Long, List<Booked>> rows = new LinkedHashMap<>();
        query(ROWS, siteId)
                .setParameter("from", period.from())
                .setParameter("to", period.to())
                .setParameter("now", now)
                .getResultStream()
                .forEach(row ->
                        rows.computeIfAbsent(id(row), k -> new ArrayList<>()).add(booked((Tuple) row)));
        List<SpaceCalendar> calendars = new ArrayList<>();
        for (Object row : query(SPACES, siteId).getResultList()) {
            Tuple space = (Tuple) row;
            calendars.add(new SpaceCalendar(
                    id(space),
                    space.get(1, String.class),
                    space.get(2, Integer.class),
                    space.get(3, Boolean.class),
                    rules.getOrDefault(id(space), List.of()),
                    rows.getOrDefault(id(space), List.of())));
        }
        return calendars;
    }

    /** The same around local days of Europe/Paris, both included, with the night before and the morning after. */
    public List<SpaceCalendar> listAround(long siteId, LocalDate first, LocalDate last, Instant now) {
        return listOf(
                siteId,
                Period.local(first.minusDays(1).atStartOfDay(), last.plusDays(2).atStartOfDay()),
                now);
    }

    private jakarta.persistence.Query query(String sql, long siteId) {
        return entityManager.createNativeQuery(sql, Tuple.class).setParameter("site", siteId);
    }

    private static Long id(Object row) {
        return ((Tuple) row).get(0, Long.class);
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

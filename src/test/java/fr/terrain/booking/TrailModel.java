package fr.terrain.booking;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What should keep the spaces of a place, read out of the trail alone and counted in days: who was agreed to has its days, an option or
 * an offer that stands has its own. Shares no code with what it checks.
 */
final class TrailModel {
    private static final String EVENTS = """
            select coalesce(string_agg(e.kind || ' ' || coalesce(d.content ->> 'offered', ''), ';' order by e.seq), '')
              from booking_event e join event_detail d on d.event_id = e.id where e.booking_id = :booking
            """;
    private static final String ROWS = """
            select coalesce(string_agg(line, E'\\n' order by line collate "C"), '') from (
              select booking_id || ' ' || kind || ' ' || space_id || ' '
                     || string_agg(to_char(lower(span) at time zone 'Europe/Paris', 'YYYY-MM-DD') || '/'
                         || to_char(upper(span) at time zone 'Europe/Paris', 'YYYY-MM-DD'), ',' order by span) as line
                from (select o.booking_id, o.kind, o.space_id, unnest(range_agg(o.during)) as span
                        from occupation o join space s on s.id = o.space_id where s.site_id = :site and o.booking_id = any (cast(:bookings as bigint[]))
                       group by o.booking_id, o.kind, o.space_id) each
               group by booking_id, kind, space_id) lines
            """;

    private final Fixtures fixtures;
    private final Place place;
    private final int[] capacities;
    private final int[] buffers;

    /** What a request asked for at first: spaces by their position, days both included. */
    record Request(long booking, List<Integer> spaces, boolean whole, LocalDate first, LocalDate last) {}

    /** What a request should have. */
    private record Kept(Request request, String kind, LocalDate first, LocalDate last) {}

    TrailModel(Fixtures fixtures, Place place, int[] capacities, int[] buffers) {
        this.fixtures = fixtures;
        this.place = place;
        this.capacities = capacities;
        this.buffers = buffers;
    }

    /** The rows as they should be, merged by request and space. */
    String expected(List<Request> requests) {
        List<String> lines = new ArrayList<>();
        for (Kept kept : kept(requests))
            for (int space : kept.request.spaces)
                lines.add(kept.request.booking + " " + kept.kind + " "
                        + place.spaces().get(space) + " "
                        + kept.first.minusDays(buffers[space]) + "/"
                        + kept.last.plusDays(1L + buffers[space]));
        return Melee.lines(lines);
    }

    /** The same as the database has them. */
    String rows(List<Request> requests) {
        return (String) fixtures.one(
                ROWS,
                "site",
                place.site(),
                "bookings",
                requests.stream().map(Request::booking).toArray(Long[]::new));
    }

    /** The space and day on which more is kept than there is room for; empty when there is none. */
    String crowded(List<Request> requests) {
        Map<String, List<Request>> days = new HashMap<>();
        for (Kept kept : kept(requests))
            for (int space : kept.request.spaces)
                for (LocalDate day = kept.first.minusDays(buffers[space]);
                        !day.isAfter(kept.last.plusDays(buffers[space]));
                        day = day.plusDays(1))
                    days.computeIfAbsent(space + " " + day, k -> new ArrayList<>())
                            .add(kept.request);
        for (Map.Entry<String, List<Request>> day : days.entrySet()) {
            int space = Character.digit(day.getKey().charAt(0), 10);
            List<Request> there = day.getValue();
            if (there.size() > capacities[space]
                    || there.size() > 1 && there.stream().anyMatch(Request::whole)) return day.toString();
        }
        return "";
    }

    private List<Kept> kept(List<Request> requests) {
        List<Kept> all = new ArrayList<>();
        for (Request request : requests) {
            Kept kept = kept(request);
            if (kept != null) all.add(kept);
        }
        return all;
    }

    private Kept kept(Request request) {
        LocalDate first = request.first;
        LocalDate last = request.last;
        LocalDate[] offered = {first, last};
        Kept kept = null;
        for (String event : ((String) fixtures.one(EVENTS, "booking", request.booking)).split(";")) {
            String[] words = event.split(" ");
            if (words.length > 1) {
                String[] days = words[1].split("/");
                offered = new LocalDate[] {LocalDate.parse(days[0]), LocalDate.parse(days[1])};
            }
            switch (words[0]) {
                case "ACCEPT_OFFER" -> {
                    first = offered[0];
                    last = offered[1];
                    kept = new Kept(request, "HOLD", first, last);
                }
                case "APPROVE" -> kept = new Kept(request, "BOOKING", first, last);
                case "PLACE_OPTION" -> kept = new Kept(request, "HOLD", first, last);
                case "OFFER_SLOT" -> kept = new Kept(request, "HOLD", offered[0], offered[1]);
                case "RELEASE_OPTION", "DECLINE_OFFER", "LAPSE_OFFER", "REFUSE", "WITHDRAW" -> kept = null;
                default -> {}
            }
        }
        return kept;
    }
}

package fr.terrain.availability;

import fr.terrain.http.Utf8;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;

/** Reads when a calendar from outside (RFC 5545) says that a space is taken, within a horizon and within bounds whatever its rules say. */
final class BusyCalendar {
    static final int MOST_EVENTS = 5000;
    static final int MOST_RULES = 300;
    static final int MOST_OF_A_RULE = 2000;
    static final int MOST_IN_ALL = 20_000;
    private static final int LONGEST_LINE = 40_000;
    private static final Duration LONGEST_WORK = Duration.ofSeconds(5);
    private static final Pattern RULE =
            Pattern.compile("(?i)FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z-]{1,12}=[A-Z0-9,+-]{1,300}){0,12}");
    private static final Pattern FINE = Pattern.compile("(?i)BY(HOUR|MINUTE|SECOND)=|RSCALE=");
    private static final Pattern OF_TIME =
            Pattern.compile("(?i)(RRULE|RDATE|EXDATE|DTSTART|DTEND|DURATION|RECURRENCE-ID)[;:]");
    private static final Pattern UNTIL = Pattern.compile("(?i);?UNTIL=([0-9]{8})(T[0-9]{6}Z?)?");

    private final Period horizon;
    private final long end = System.nanoTime() + LONGEST_WORK.toNanos();
    private final Map<String, Set<Instant>> replaced = new HashMap<>();
    private final List<Busy> busy = new ArrayList<>();
    private int rules;

    private BusyCalendar(Period horizon) {
        this.horizon = horizon;
    }

    /** The stretches that touch the horizon; what we wrote ourselves comes back to nobody. */
    static List<Busy> read(byte[] bytes, Period horizon) throws BusyFault {
        if (!Utf8.isText(ByteBuffer.wrap(bytes))) throw new BusyFault("Cet agenda n’est pas en UTF-8.");
        List<IcsEvent> events = events(new String(bytes, StandardCharsets.UTF_8));
        BusyCalendar calendar = new BusyCalendar(horizon);
        for (IcsEvent event : events)
            if (event.replaces != null)
                calendar.replaced
                        .computeIfAbsent(event.uid, uid -> new HashSet<>())
                        .add(event.replaces);
        for (IcsEvent event : events) if (event.counts && !event.uid.endsWith("@terrain")) calendar.take(event);
        return calendar.busy;
    }

    private static List<IcsEvent> events(String text) throws BusyFault {
        List<String> lines = text.replaceAll("\r?\n[ \t]", "").lines().toList();
        if (lines.isEmpty() || !lines.getFirst().replace("\ufeff", "").strip().equalsIgnoreCase("BEGIN:VCALENDAR"))
            throw new BusyFault("Ce contenu n’est pas un agenda iCalendar.");
        if (!lines.getLast().strip().equalsIgnoreCase("END:VCALENDAR"))
            throw new BusyFault("Cet agenda est coupé avant sa fin.");
        List<IcsEvent> events = new ArrayList<>();
        IcsEvent event = null;
        int inside = 0;
        for (String line : lines) {
            String mark = line.length() > 30 ? "" : line.strip().toUpperCase(Locale.ROOT);
            if (mark.equals("BEGIN:VEVENT")) {
                if (events.size() == MOST_EVENTS) throw new BusyFault("Cet agenda a plus de 5\u202f000 événements.");
                event = new IcsEvent();
                inside = 0;
            } else if (event != null && mark.startsWith("BEGIN:")) inside++;
            else if (event != null && mark.equals("END:VEVENT")) {
                if (event.start != null) events.add(event);
                event = null;
            } else if (mark.startsWith("END:")) inside--;
            else if (event != null && inside == 0 && line.length() <= LONGEST_LINE) event.take(line);
            else if (event != null && inside == 0 && OF_TIME.matcher(line).lookingAt())
                throw new BusyFault("Un événement de cet agenda a une règle ou une liste de dates trop longue.");
        }
        return events;
    }

    private void take(IcsEvent event) throws BusyFault {
        Duration length = event.length();
        if (length.isNegative() || length.isZero()) return;
        Set<Instant> gone = event.excluded.stream().map(IcsEvent.Told::instant).collect(Collectors.toSet());
        if (event.replaces == null) gone.addAll(replaced.getOrDefault(event.uid, Set.of()));
        Set<Instant> starts = new HashSet<>();
        if (event.rule == null) starts.add(event.start.instant());
        else
            starts(event, length)
                    .forEach(
                            local -> starts.add(local.atZone(event.start.zone()).toInstant()));
        event.added.forEach(told -> starts.add(told.instant()));
        for (Instant start : starts) if (!gone.contains(start)) keep(event, start, length);
    }

    /** Rules finer than a day say nothing that a space needs, and cost what they like. */
    private List<LocalDateTime> starts(IcsEvent event, Duration length) throws BusyFault {
        if (++rules > MOST_RULES) throw new BusyFault("Cet agenda a plus de 300 règles de répétition.");
        Matcher until = UNTIL.matcher(event.rule);
        boolean bounded = until.find();
        String last = bounded ? until.group(1) : "22000101";
        String rule = UNTIL.matcher(event.rule).replaceAll("");
        if (!RULE.matcher(rule).matches() || FINE.matcher(rule).find())
            throw new BusyFault(
                    "Une règle de répétition de cet agenda n’est pas reçue\u00a0: par jour, semaine, mois ou an seulement.");
        if (event.start.local().getYear()
                < LocalDateTime.ofInstant(horizon.from(), event.start.zone()).getYear() - 30)
            throw new BusyFault("Une règle de répétition de cet agenda commence il y a plus de trente ans.");
        LocalDateTime from = LocalDateTime.ofInstant(horizon.from().minus(length), event.start.zone());
        LocalDateTime to = LocalDateTime.ofInstant(horizon.to(), event.start.zone());
        if (System.nanoTime() > end)
            throw new BusyFault("Les règles de répétition de cet agenda demandent trop de calcul.");
        try {
            List<LocalDateTime> starts =
                    new Recur<LocalDateTime>(rule).getDates(event.start.local(), from, to, MOST_OF_A_RULE + 1);
            if (starts.size() > MOST_OF_A_RULE)
                throw new BusyFault("Une règle de répétition de cet agenda donne plus de 2\u202f000 dates.");
            Instant ends = bounded && until.group(2) != null && until.group(2).endsWith("Z") ? utc(until) : null;
            return starts.stream()
                    .filter(start -> ends != null
                            ? !start.atZone(event.start.zone()).toInstant().isAfter(ends)
                            : start.toLocalDate()
                                            .format(DateTimeFormatter.BASIC_ISO_DATE)
                                            .compareTo(last)
                                    <= 0)
                    .toList();
        } catch (DateTimeException | IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            throw new BusyFault("Une règle de répétition de cet agenda n’est pas lisible.");
        }
    }

    private static Instant utc(Matcher until) {
        String time = until.group(2);
        return Instant.parse("%s-%s-%sT%s:%s:%sZ"
                .formatted(
                        until.group(1).substring(0, 4),
                        until.group(1).substring(4, 6),
                        until.group(1).substring(6),
                        time.substring(1, 3),
                        time.substring(3, 5),
                        time.substring(5, 7)));
    }

    private void keep(IcsEvent event, Instant start, Duration length) throws BusyFault {
        Instant finish = event.start.wholeDay()
                ? LocalDateTime.ofInstant(start, event.start.zone())
                        .plusDays(Math.max(1, Math.round(length.toHours() / 24.0)))
                        .atZone(event.start.zone())
                        .toInstant()
                : start.plus(length);
        Period during = new Period(start, finish);
        if (!during.overlaps(horizon)) return;
        if (busy.size() == MOST_IN_ALL) throw new BusyFault("Cet agenda a plus de 20\u202f000 occurrences à venir.");
        busy.add(new Busy(event.uid, event.summary, during));
    }
}

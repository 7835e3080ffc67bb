package fr.terrain.availability;

import fr.terrain.ParisClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of one VEVENT that matter for when something is (RFC 5545); a time zone that is not known is that of Paris. */
class IcsEvent {
    private static final Pattern ZONE = Pattern.compile("(?i);TZID=\"?([^\";:]{1,80})");
    private static final Pattern WHEN = Pattern.compile("([0-9]{8})(?:T([0-9]{6})(Z?))?");
    private static final Pattern LONG = Pattern.compile(
            "\\+?P(?:([0-9]{1,4})W)?(?:([0-9]{1,5})D)?(?:T(?:([0-9]{1,5})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,7})S)?)?");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");
    private static final Duration LONGEST = Duration.ofDays(1830);
    private static final int MOST_DATES = 2000;
    private static final int LONGEST_PARAMETERS = 500;

    /** A local time and the zone in which it is told. */
    record Told(LocalDateTime local, ZoneId zone, boolean wholeDay) {
        Instant instant() {
            return local.atZone(zone).toInstant();
        }
    }

    String uid = "";
    String summary = "";
    String rule;
    Told start;
    Instant replaces;
    boolean counts = true;
    final List<Told> excluded = new ArrayList<>();
    final List<Told> added = new ArrayList<>();
    private Told end;
    private Duration lasting;

    /** Takes one unfolded line; lines of no concern are passed over. */
    void take(String line) throws BusyFault {
        int colon = colon(line);
        if (colon < 0) return;
        int name = Math.min(colon, line.indexOf(';') < 0 ? colon : line.indexOf(';'));
        String value = line.substring(colon + 1).strip();
        String zone = line.substring(name, Math.min(colon, name + LONGEST_PARAMETERS));
        switch (line.substring(0, name).toUpperCase(Locale.ROOT)) {
            case "UID" -> uid = value.substring(0, Math.min(value.length(), 1000));
            case "SUMMARY" ->
                summary = value.substring(0, Math.min(value.length(), 200)).replaceAll("\\p{Cntrl}", " ");
            case "DTSTART" -> start = told(value, zone);
            case "DTEND" -> end = told(value, zone);
            case "DURATION" -> lasting = duration(value);
            case "RRULE" -> {
                if (rule != null) throw new BusyFault("Un événement de cet agenda a plusieurs règles de répétition.");
                rule = value;
            }
            case "RECURRENCE-ID" -> replaces = told(value, zone).instant();
            case "EXDATE" -> dates(value, zone, excluded);
            case "RDATE" -> dates(value, zone, added);
            case "STATUS" -> counts &= !value.equalsIgnoreCase("CANCELLED");
            case "TRANSP" -> counts &= !value.equalsIgnoreCase("TRANSPARENT");
            default -> {}
        }
    }

    /** Where the value begins: at the first colon that no quotation marks hold. */
    private static int colon(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '"') quoted = !quoted;
            if (line.charAt(i) == ':' && !quoted) return i;
        }
        return -1;
    }

    /** How long each occurrence is; a day when only a day is told. Zero for what takes no time. */
    Duration length() throws BusyFault {
        Duration length = lasting != null
                ? lasting
                : end != null
                        ? Duration.between(start.instant(), end.instant())
                        : start.wholeDay() ? Duration.ofDays(1) : Duration.ZERO;
        if (length.compareTo(LONGEST) > 0) throw new BusyFault("Un événement de cet agenda dure plus de cinq ans.");
        return length;
    }

    private static void dates(String value, String zone, List<Told> into) throws BusyFault {
        for (String one : value.split(",", MOST_DATES + 2)) {
            if (into.size() >= MOST_DATES)
                throw new BusyFault("Un événement de cet agenda a plus de 2\u202f000 dates.");
            into.add(told(one.split("/", 2)[0], zone));
        }
    }

    private static Told told(String value, String parameters) throws BusyFault {
        Matcher when = WHEN.matcher(value.strip());
        try {
            if (!when.matches()) throw new DateTimeException("no date");
            LocalDate day = LocalDate.parse(when.group(1), DAY);
            if (day.getYear() < 1900 || day.getYear() > 2200) throw new DateTimeException("far away");
            boolean whole = when.group(2) == null;
            LocalTime time = whole ? LocalTime.MIDNIGHT : LocalTime.parse(when.group(2), TIME);
            return new Told(day.atTime(time), "Z".equals(when.group(3)) ? ZoneOffset.UTC : zone(parameters), whole);
        } catch (DateTimeException e) {
            throw new BusyFault("Une date de cet agenda n’est pas lisible.");
        }
    }

    private static ZoneId zone(String parameters) {
        Matcher named = ZONE.matcher(parameters);
        if (!named.find()) return ParisClock.PARIS;
        try {
            return ZoneId.of(named.group(1));
        } catch (DateTimeException e) {
            return ParisClock.PARIS;
        }
    }

    private static Duration duration(String value) throws BusyFault {
        Matcher parts = LONG.matcher(value);
        if (!parts.matches()) throw new BusyFault("Une durée de cet agenda n’est pas lisible.");
        return Duration.ofDays(number(parts, 1) * 7 + number(parts, 2))
                .plusHours(number(parts, 3))
                .plusMinutes(number(parts, 4))
                .plusSeconds(number(parts, 5));
    }

    private static long number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
    }
}

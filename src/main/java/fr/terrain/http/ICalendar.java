package fr.terrain.http;

import fr.terrain.ParisClock;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Geo;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Writes calendars as iCalendar (RFC 5545), in Europe/Paris with its time zone inside. */
public final class ICalendar {
    public static final String MEDIA_TYPE = "text/calendar;charset=UTF-8";
    private static final String ZONE = ParisClock.PARIS.getId();
    private static final int LONGEST_LINE = 75;

    private ICalendar() {}

    /** When something is: from an instant to another, or all of a day of Europe/Paris. */
    public record When(Instant from, Instant to, LocalDate day) {
        public static When between(Instant from, Instant to) {
            return new When(from, to, null);
        }

        public static When on(LocalDate day) {
            return new When(null, null, day);
        }
    }

    /** How sure an entry is. */
    public enum Certainty {
        TENTATIVE,
        CONFIRMED,
        CANCELLED
    }

    /**
     * What a reader that keeps entries needs besides: how sure it is, which edition it is and since when, where it is and where more
     * is told.
     *
     * @param latitude in degrees (WGS 84), or null with {@code longitude}
     */
    public record Details(
            Certainty certainty,
            int edition,
            Instant since,
            String place,
            BigDecimal latitude,
            BigDecimal longitude,
            String url) {}

    /** One entry; the identifier must be the same whenever the same thing is written, even when it moved. */
    public record Entry(String uid, When when, String summary, String description, Details details) {
        /** A stretch of which no more is told. */
        public static Entry busy(String uid, Instant from, Instant to, String summary, String description) {
            return new Entry(uid, When.between(from, to), summary, description, null);
        }
    }

    /** A calendar of entries, named and described for its reader (RFC 7986 section 5, and as older readers know it). */
    public static String write(String name, String description, Instant stamp, List<Entry> entries) {
        List<Property> properties = List.of(
                new ProdId("-//Terrain//Calendrier//FR"),
                ImmutableVersion.VERSION_2_0,
                ImmutableCalScale.GREGORIAN,
                new Name(legible(name)),
                new Description(legible(description)),
                new XProperty("X-WR-CALNAME", legible(name)),
                new XProperty("X-WR-CALDESC", legible(description)),
                new XProperty("X-WR-TIMEZONE", ZONE));
        List<CalendarComponent> components = new ArrayList<>();
        components.add(TimeZoneRegistryFactory.getInstance()
                .createRegistry()
                .getTimeZone(ZONE)
                .getVTimeZone());
        entries.forEach(entry -> components.add(event(entry, stamp)));
        return folded(new Calendar(new PropertyList(properties), new ComponentList<>(components)).toString());
    }

    private static VEvent event(Entry entry, Instant stamp) {
        Details details = entry.details();
        List<Property> properties = new ArrayList<>();
        properties.add(new Uid(entry.uid()));
        properties.add(new DtStamp(details == null ? stamp : details.since()));
        properties.addAll(when(entry.when()));
        properties.add(new Summary(legible(entry.summary())));
        properties.add(new Description(legible(entry.description())));
        boolean takesTime =
                entry.when().day() == null && (details == null || details.certainty() != Certainty.CANCELLED);
        properties.add(new Transp(takesTime ? "OPAQUE" : "TRANSPARENT"));
        if (details != null) properties.addAll(details(details));
        return new VEvent(new PropertyList(properties));
    }

    private static List<Property> when(When when) {
        if (when.day() != null)
            return List.of(new DtStart<>(when.day()), new DtEnd<>(when.day().plusDays(1)));
        return List.of(new DtStart<>(exact(when.from())), new DtEnd<>(exact(when.to())));
    }

    /** Local time, but for the hour that comes twice: of that, a local time would be read as the first. */
    private static Temporal exact(Instant instant) {
        ZonedDateTime local = instant.atZone(ParisClock.PARIS);
        boolean twice = ParisClock.PARIS
                        .getRules()
                        .getValidOffsets(local.toLocalDateTime())
                        .size()
                > 1;
        return twice ? instant : local;
    }

    private static List<Property> details(Details details) {
        List<Property> properties = new ArrayList<>(List.of(
                new Status(details.certainty().name()),
                new Sequence(details.edition()),
                new LastModified(details.since()),
                new Location(legible(details.place())),
                new Url(URI.create(details.url()))));
        if (details.latitude() != null) properties.add(new Geo(details.latitude(), details.longitude()));
        return properties;
    }

    /** Lines end as the escaping knows them, and nothing else is there that would end one. */
    private static String legible(String text) {
        return text.replaceAll("\\R", "\n").replaceAll("[\\p{Cc}&&[^\\n\\t]]", "");
    }

    /** Lines of 75 octets at most, none broken within a sign. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length() + text.length() / LONGEST_LINE * 3);
        for (String line : text.split("\r\n")) fold(line, folded);
        return folded.toString();
    }

    private static void fold(String line, StringBuilder folded) {
        int octets = 0;
        for (int sign : line.codePoints().toArray()) {
            int more = Character.toString(sign).getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > LONGEST_LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.appendCodePoint(sign);
            octets += more;
        }
        folded.append("\r\n");
    }
}

package fr.terrain.http;

import fr.terrain.ParisClock;
import java.time.Instant;
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
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Writes calendars as iCalendar (RFC 5545), in Europe/Paris with its time zone inside. */
public final class ICalendar {
    public static final String MEDIA_TYPE = "text/calendar;charset=UTF-8";
    private static final String ZONE = ParisClock.PARIS.getId();

    private ICalendar() {}

    /** One busy stretch; the identifier must be the same whenever the same stretch is written. */
    public record Busy(String uid, Instant from, Instant to, String summary, String description) {}

    /** A calendar of busy stretches, named and described for its reader (RFC 7986 section 5, and as older readers know it). */
    public static String write(String name, String description, Instant stamp, List<Busy> stretches) {
        List<Property> properties = List.of(
                new ProdId("-//Terrain//Calendrier//FR"),
                ImmutableVersion.VERSION_2_0,
                ImmutableCalScale.GREGORIAN,
                new Name(name),
                new Description(description),
                new XProperty("X-WR-CALNAME", name),
                new XProperty("X-WR-CALDESC", description),
                new XProperty("X-WR-TIMEZONE", ZONE));
        List<CalendarComponent> components = new ArrayList<>();
        components.add(TimeZoneRegistryFactory.getInstance()
                .createRegistry()
                .getTimeZone(ZONE)
                .getVTimeZone());
        stretches.forEach(stretch -> components.add(event(stretch, stamp)));
        return new Calendar(new PropertyList(properties), new ComponentList<>(components)).toString();
    }

    private static VEvent event(Busy stretch, Instant stamp) {
        return new VEvent(new PropertyList(List.of(
                new Uid(stretch.uid()),
                new DtStamp(stamp),
                new DtStart<>(stretch.from().atZone(ParisClock.PARIS)),
                new DtEnd<>(stretch.to().atZone(ParisClock.PARIS)),
                new Summary(stretch.summary()),
                new Description(stretch.description()),
                new Transp("OPAQUE"))));
    }
}

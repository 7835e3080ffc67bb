package fr.terrain.booking;

import fr.terrain.availability.LocalSlot;
import fr.terrain.fee.Fee;
import fr.terrain.http.French;
import fr.terrain.organisation.Organisation;
import fr.terrain.site.Site;
import fr.terrain.site.SiteRepository.Family;
import fr.terrain.site.Space;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** One request with all that a page tells of it to its reader. */
public record Dossier(
        Booking booking,
        Reader reader,
        Site site,
        Family family,
        List<Space> spaces,
        Organisation occupant,
        Organisation grantor,
        String officer,
        List<Fee.Line> fee,
        RunningDates dates,
        String convention,
        List<BookingTrail.Line> events,
        boolean publicLaw,
        List<String> circumstances,
        LocalDate today) {

    public String reference() {
        return booking.reference;
    }

    public BookingStatus status() {
        return booking.status();
    }

    /** The version that is shown, for the forms of its page; text, because templates take zero for nothing. */
    public String version() {
        return Integer.toString(booking.version());
    }

    public String title() {
        return booking.project.title;
    }

    /** "du 3 au 24 mai 2027", or null until dates are chosen. */
    public String period() {
        return booking.isPlaced() ? French.period(booking.firstDay(), booking.lastDay()) : null;
    }

    /** "le terrain entier", or the names of the spaces. */
    public String place() {
        return booking.wholeSite
                ? "Terrain entier"
                : spaces.stream().map(space -> space.name).collect(Collectors.joining(", "));
    }

    /** The domains of the ground, each once. */
    public List<Space.Domain> domains() {
        return spaces.stream().map(space -> space.domain).distinct().toList();
    }

    /** Whether the convention tells how the title was awarded, and why. */
    public boolean awarded() {
        return spaces.stream().anyMatch(space -> space.domain.isPublic());
    }

    /** The area of its spaces, in square metres, or null when it is not known. */
    public BigDecimal offeredArea() {
        return spaces.isEmpty() ? null : Space.area(spaces);
    }

    /** Whether less is asked for than its spaces have. */
    public boolean partial() {
        return booking.areaM2 != null && offeredArea() != null && booking.areaM2.compareTo(offeredArea()) < 0;
    }

    public BigDecimal total() {
        return booking.feeAmount();
    }

    public String explain() {
        return StatusWords.explain(status(), reader);
    }

    public Held held() {
        Instant since =
                events.isEmpty() ? booking.createdAt() : events.getLast().at();
        return Held.of(status(), reader, new Held.People(occupant.name, grantor.name, officer), since, dates, today);
    }

    public Countdown countdown() {
        return Countdown.of(dates, status(), reader, today);
    }

    /** When silence refuses, or has refused; null when the law sets no date, or a decision came. */
    public Instant silence() {
        return dates.silence();
    }

    /** The last day before silence refuses, or null. */
    public LocalDate silenceDay() {
        return dates.silenceDay();
    }

    public List<Moment> moments() {
        return Moment.listOf(this);
    }

    /** Whether a decision is still awaited. */
    public boolean undecided() {
        return status().isUndecided();
    }

    /** Whether the side that asks is reading. */
    public boolean owner() {
        return reader == Reader.OCCUPANT;
    }

    public boolean draft() {
        return status() == BookingStatus.DRAFT;
    }

    /** Whether nothing more will come of it, and something else can be asked. */
    public boolean ended() {
        return status() == BookingStatus.REFUSED
                || status() == BookingStatus.WITHDRAWN
                || status() == BookingStatus.EXPIRED;
    }

    /** One stretch of use and the spaces that it is of; no names when it is of all that are asked for. */
    public record SlotLine(LocalSlot slot, List<String> of) {}

    /** The stretches of use, each once, whatever the number of spaces it is of. */
    public List<SlotLine> slots() {
        return booking.stretches().entrySet().stream()
                .map(one -> new SlotLine(
                        one.getKey(), one.getValue().size() == spaces.size() ? List.of() : names(one.getValue())))
                .toList();
    }

    private List<String> names(List<Long> ids) {
        return spaces.stream()
                .filter(space -> ids.contains(space.id))
                .map(space -> space.name)
                .toList();
    }

    /** Whether the stay is made of openings day by day, worth listing. */
    public boolean daily() {
        return slots().size() > 1;
    }

    /** 3 mai 2027 à 14 h 32, Europe/Paris: when the request last changed. */
    public String savedAt() {
        return French.dateTime(booking.updatedAt);
    }

    /** All that comes after sending. */
    public List<Moment> road() {
        return Moment.roadOf(this);
    }

    /** Paragraphs of what somebody wrote. */
    public static List<String> paragraphs(String text) {
        return Arrays.stream(text.split("\\R+"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    public List<String> purpose() {
        return paragraphs(booking.project.purpose);
    }

    public List<String> protocol() {
        return paragraphs(booking.project.protocol);
    }

    public List<String> needs() {
        return paragraphs(booking.needs);
    }
}

package fr.terrain.booking;

import com.fasterxml.jackson.annotation.JsonRawValue;
import fr.terrain.availability.Series;
import fr.terrain.deadline.Deadlines;
import fr.terrain.fee.Fee;
import fr.terrain.fee.UseClass;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A booking as the API shows it: slots in local time of Europe/Paris, instants with their offset, amounts in euros excluding tax; {@code canDo} holds the verbs that are open to its reader. */
public record BookingView(
        long id,
        String reference,
        BookingStatus status,
        String site,
        ProjectView project,
        boolean wholeSite,
        List<Long> spaces,
        AskedView asked,
        List<SlotView> slots,
        BigDecimal areaM2,
        UseClass useClass,
        String needs,
        BigDecimal fee,

        @JsonRawValue @Schema(implementation = Fee.Line[].class)
        String feeLines,

        FreeItem freeItem,
        List<PartyView> parties,
        Channel channel,
        LocalDate receivedOn,
        Instant submittedAt,
        Instant decidedAt,
        Instant silentRefusalAt,
        ClockView clock,
        Set<Verb> canDo,
        int version) {

    /** The project of a booking. */
    public record ProjectView(
            long id,
            String title,
            String purpose,
            String protocol,
            List<Technique> techniques,
            Integer trl,
            Integer people) {}

    /** The days and hours asked for, from which the slots derive; nothing until the place is chosen. */
    public record AskedView(
            LocalDate firstDay,
            LocalDate lastDay,
            LocalTime startTime,
            LocalTime endTime,
            Set<DayOfWeek> weekdays,
            Set<LocalDate> except) {
        static AskedView of(Booking booking) {
            if (!booking.isPlaced()) return null;
            Asked asked = Asked.of(booking);
            Series series = asked.series();
            return new AskedView(
                    asked.firstDay(),
                    asked.lastDay(),
                    asked.startTime(),
                    asked.endTime(),
                    series == null ? null : new TreeSet<>(series.weekdays()),
                    series == null ? null : new TreeSet<>(series.givenUp()));
        }
    }

    /** A slot of a space, local in Europe/Paris. */
    public record SlotView(long space, LocalDateTime starts, LocalDateTime ends) {}

    /** An organisation in the booking. */
    public record PartyView(Party.Role role, long organisation, boolean mustSign) {}

    /**
     * The date that matters to its reader now: what falls due, at which instant, and how many days of Europe/Paris are left, fewer than 0 when
     * it has passed; {@code words} as the pages say it.
     */
    public record ClockView(Deadlines.Kind kind, Instant dueAt, long days, String tone, String words) {
        static ClockView of(Countdown clock) {
            return clock == null
                    ? null
                    : new ClockView(clock.kind(), clock.dueAt(), clock.days(), clock.tone(), clock.line());
        }
    }

    static BookingView of(Booking booking, String site, Instant silence, ClockView clock, Set<Verb> canDo) {
        Project project = booking.project;
        return new BookingView(
                booking.id,
                booking.reference,
                booking.status(),
                site,
                new ProjectView(
                        project.id,
                        project.title,
                        project.purpose,
                        project.protocol,
                        project.techniques(),
                        project.trl,
                        project.people),
                booking.wholeSite,
                booking.spaces().stream().map(BookedSpace::spaceId).toList(),
                AskedView.of(booking),
                booking.slots().stream()
                        .map(slot -> new SlotView(slot.spaceId(), slot.starts(), slot.ends()))
                        .toList(),
                booking.areaM2,
                booking.useClass,
                booking.needs,
                booking.feeAmount(),
                booking.feeDetail(),
                booking.award().freeItem(),
                booking.parties().stream()
                        .map(party -> new PartyView(party.role, party.organisationId, party.mustSign))
                        .toList(),
                booking.receipt().channel(),
                booking.receipt().receivedOn(),
                booking.submittedAt(),
                booking.decidedAt(),
                silence,
                clock,
                canDo,
                booking.version());
    }
}

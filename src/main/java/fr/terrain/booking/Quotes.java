package fr.terrain.booking;

import fr.terrain.ParisClock;
import fr.terrain.availability.BusyRepository;
import fr.terrain.availability.CalendarRepository;
import fr.terrain.availability.LocalSlot;
import fr.terrain.availability.Occurrence;
import fr.terrain.availability.Series;
import fr.terrain.availability.SpaceCalendar;
import fr.terrain.booking.BookingRefusal.Missing;
import fr.terrain.fee.Fee;
import fr.terrain.fee.FeeRefusal;
import fr.terrain.fee.TariffRepository;
import fr.terrain.http.French;
import fr.terrain.http.Problem;
import fr.terrain.site.Site;
import fr.terrain.site.Space;
import fr.terrain.site.SpaceRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Works out what an ask comes to: slots by the rules of the spaces, and the fee, both before anything is sent. */
@ApplicationScoped
public class Quotes {
    @Inject
    SpaceRepository spaces;

    @Inject
    CalendarRepository calendars;

    @Inject
    BusyRepository busy;

    @Inject
    TariffRepository tariffs;

    @Inject
    Clock clock;

    /**
     * The slots and fee of an ask on a site.
     *
     * @param bookingId whose own rows are not in the way; null for an ask without a booking
     * @throws fr.terrain.http.ProblemException 400 when a field is wrong
     */
    public Quote quote(Site site, Ask ask, Long bookingId) {
        List<Space> chosen = chosen(site, ask);
        if (ask.firstDay() == null) throw Problem.badInput("firstDay", "Indiquez le premier jour.");
        if (ask.lastDay() == null) throw Problem.badInput("lastDay", "Indiquez le dernier jour.");
        if (ask.lastDay().isBefore(ask.firstDay()))
            throw Problem.badInput("lastDay", "Le dernier jour doit suivre le premier, ou être le même.");
        if (ask.firstDay().getYear() < 2000 || ask.lastDay().getYear() > 2200)
            throw Problem.badInput("firstDay", "Donnez des jours entre 2000 et 2200.");
        if (SpaceCalendar.isTooLong(ask.firstDay(), ask.lastDay()))
            throw Problem.badInput("lastDay", "Une demande porte sur 5 ans au plus.");
        Map<Long, SpaceCalendar> calendars = calendars(site, chosen, ask, bookingId);
        return price(ask.series() == null ? stay(site, chosen, ask, calendars) : series(site, chosen, ask, calendars));
    }

    private static Quote stay(Site site, List<Space> chosen, Ask ask, Map<Long, SpaceCalendar> calendars) {
        List<Space> closed = new ArrayList<>();
        List<Slot> slots = new ArrayList<>();
        for (Space space : chosen) {
            List<LocalSlot> openings = calendars.get(space.id).slots(ask.firstDay(), ask.lastDay());
            if (openings.isEmpty()) closed.add(space);
            openings.forEach(opening -> slots.add(Slot.of(space.id, opening)));
        }
        return new Quote(site, ask, chosen, closed, List.of(), slots);
    }

    /** Each stretch is tried on every space; one that some space does not open for is told, and has no slot anywhere. */
    private static Quote series(Site site, List<Space> chosen, Ask ask, Map<Long, SpaceCalendar> calendars) {
        List<LocalSlot> stretches = ask.series().between(ask.firstDay(), ask.lastDay());
        Series series = ask.series().within(stretches);
        List<Occurrence> occurrences = new ArrayList<>();
        List<Slot> slots = new ArrayList<>();
        for (LocalSlot stretch : stretches) {
            if (series.gaveUp(stretch)) {
                occurrences.add(Occurrence.givenUp(stretch));
                continue;
            }
            occurrences.add(Occurrence.worst(chosen.stream()
                    .map(space -> calendars
                            .get(space.id)
                            .occurrence(stretch, space.bufferBeforeDays, space.bufferAfterDays, ask.wholeSite()))
                    .toList()));
            if (chosen.stream().allMatch(space -> calendars.get(space.id).opensFor(stretch)))
                chosen.forEach(space -> slots.add(Slot.of(space.id, stretch)));
        }
        return new Quote(site, ask.with(series), chosen, List.of(), occurrences, slots);
    }

    /** What keeps an ask from being sent today: notice, horizon, durations, seasons, hours. Empty when nothing does. */
    public List<Missing> listObstacles(Quote quote) {
        LocalDate first = quote.first();
        LocalDate last = quote.last();
        int unopened = quote.unopened().size();
        LocalDate today = LocalDate.now(clock.withZone(ParisClock.PARIS));
        List<Missing> obstacles = new ArrayList<>();
        if (unopened > 0)
            obstacles.add(new Missing(
                    "except",
                    (unopened == 1
                                    ? "Un créneau ne peut pas être tenu\u00a0: retirez‑le"
                                    : unopened + " créneaux ne peuvent pas être tenus\u00a0: retirez‑les")
                            + ", ou changez les jours ou les heures."));
        for (Space space : quote.closed())
            obstacles.add(new Missing(
                    "firstDay",
                    "« " + space.name + " » est fermé à ces dates. Choisissez une période hors fermeture."));
        for (Space space : quote.spaces()) {
            if (busy.isBusy(quote.claim(space)))
                obstacles.add(
                        new Missing(
                                "firstDay",
                                "« " + space.name
                                        + " » est déjà pris à ces dates dans l’agenda de son gestionnaire. Choisissez-en d’autres."));
            long days = quote.ask().series() == null ? ChronoUnit.DAYS.between(first, last) + 1 : quote.days();
            if (first.isBefore(today.plusDays(space.leadTimeDays)))
                obstacles.add(new Missing(
                        "firstDay",
                        "« " + space.name + " » se demande " + space.leadTimeDays + " jours à l’avance : commencez le "
                                + French.date(today.plusDays(Math.max(space.leadTimeDays, 1))) + " ou plus tard."));
            if (last.isAfter(today.plusDays(space.horizonDays)))
                obstacles.add(new Missing(
                        "lastDay",
                        "« " + space.name + " » se réserve jusqu’au " + French.date(today.plusDays(space.horizonDays))
                                + "."));
            if (days < space.minDays || days > space.maxDays)
                obstacles.add(new Missing(
                        "lastDay",
                        "« " + space.name + " » se prend de " + space.minDays + " à " + space.maxDays
                                + " jours ; vous en demandez " + days + "."));
        }
        return obstacles;
    }

    private List<Space> chosen(Site site, Ask ask) {
        List<Space> all = spaces.listOf(site.id);
        if (ask.wholeSite()) return all;
        if (ask.spaces() == null || ask.spaces().isEmpty())
            throw Problem.badInput("spaces", "Choisissez au moins un espace, ou le terrain entier.");
        List<Space> chosen =
                all.stream().filter(space -> ask.spaces().contains(space.id)).toList();
        if (chosen.size() != ask.spaces().stream().distinct().count())
            throw Problem.badInput("spaces", "Un espace demandé n’est pas sur ce terrain.");
        return chosen;
    }

    private Map<Long, SpaceCalendar> calendars(Site site, List<Space> chosen, Ask ask, Long bookingId) {
        int before =
                chosen.stream().mapToInt(space -> space.bufferBeforeDays).max().orElse(0);
        int after =
                chosen.stream().mapToInt(space -> space.bufferAfterDays).max().orElse(0);
        return calendars
                .listFor(
                        bookingId,
                        site.id,
                        ask.firstDay().minusDays(before),
                        ask.lastDay().plusDays(after),
                        clock.instant())
                .stream()
                .collect(Collectors.toMap(SpaceCalendar::spaceId, calendar -> calendar));
    }

    private static BigDecimal area(List<Space> chosen, Ask ask) {
        BigDecimal all = Space.area(chosen);
        if (ask.areaM2() != null) {
            if (ask.areaM2().signum() <= 0 || ask.areaM2().compareTo(new BigDecimal("100000000")) > 0)
                throw Problem.badInput("areaM2", "Indiquez une surface en mètres carrés, plus grande que zéro.");
            if (all != null && ask.areaM2().compareTo(all) > 0)
                throw Problem.badInput(
                        "areaM2",
                        "Demandez " + French.quantity(all) + " m² au plus : c’est la surface des espaces choisis.");
            return ask.areaM2();
        }
        return all;
    }

    private Quote price(Quote quote) {
        Ask ask = quote.ask();
        List<LocalSlot> stretches = quote.stretches();
        BigDecimal area = area(quote.spaces(), ask);
        if (stretches.isEmpty()) return quote.priceless(area, new Missing("firstDay", "Aucun créneau à ces dates."));
        try {
            Fee fee = Fee.of(
                    tariffs.listInForce(grids(quote.spaces()), ask.firstDay()),
                    ask.useClass(),
                    LocalSlot.days(stretches),
                    LocalSlot.months(stretches),
                    area);
            return quote.priced(area, fee);
        } catch (FeeRefusal no) {
            if (no.reason() == FeeRefusal.Reason.TOO_LARGE) throw Problem.badInput("areaM2", no.detail());
            String field = no.reason() == FeeRefusal.Reason.AREA_MISSING ? "areaM2" : "useClass";
            return quote.priceless(area, new Missing(field, no.detail()));
        }
    }

    private static List<Long> grids(List<Space> chosen) {
        return chosen.stream()
                .map(space -> space.tariffId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}

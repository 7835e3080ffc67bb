package fr.terrain.portal;

import fr.terrain.availability.Availability.State;
import fr.terrain.availability.CalendarRepository;
import fr.terrain.fee.TariffRepository;
import fr.terrain.http.French;
import fr.terrain.http.Problem;
import fr.terrain.http.ProblemException;
import fr.terrain.portal.SearchPage.FieldError;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of one site: facts, map, calendar by month, what the place imposes, spaces, prices, and the way to ask for it. */
@Path("/sites")
@PermitAll
public class SheetPages {
    private static final int MONTHS = 2;
    private static final int FARTHEST_MONTHS = 36;

    @Inject
    SheetRepository sheets;

    @Inject
    CalendarRepository calendars;

    @Inject
    TariffRepository tariffs;

    @Inject
    Clock clock;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance sheet(SheetPage page);
    }

    /** The sheet; {@code mois} (2027-05) is the first month shown, else the one of the dates, else this one. */
    @GET
    @Path("/{slug}")
    @Produces(SearchPages.HTML)
    public Response sheet(@PathParam("slug") String slug, @Context UriInfo uri, @QueryParam("mois") String month) {
        Sheet site = sheets.get(slug);
        SearchForm form = SearchGiven.form(uri);
        List<FieldError> errors = new ArrayList<>();
        Stay stay = form.stay(errors);
        LocalDate today = LocalDate.now(clock);
        YearMonth start = start(month, stay, YearMonth.from(today));
        Stay sought = stay == null ? Chances.soon(site, today) : stay;
        SiteDays days = days(site, start, sought, today);
        SheetPage page = new SheetPage(
                site,
                form,
                stay,
                errors,
                Chances.window(site, days, stay, sought, today),
                months(start).map(shown -> MonthTable.of(shown, days, stay)).toList(),
                causes(days, start),
                start.isAfter(YearMonth.from(today)) ? address(slug, form, start.minusMonths(MONTHS)) : null,
                address(slug, form, start.plusMonths(MONTHS)),
                tariffs.listInForce(site.grids(), today),
                sheets.answerWords(site.id()));
        return Response.status(errors.isEmpty() ? Response.Status.OK : Response.Status.BAD_REQUEST)
                .entity(Templates.sheet(page).render())
                .type(SearchPages.HTML)
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    private static Stream<YearMonth> months(YearMonth start) {
        return Stream.iterate(start, shown -> shown.plusMonths(1)).limit(MONTHS);
    }

    /** The days of the months shown and of the stay, and all between. */
    private SiteDays days(Sheet site, YearMonth start, Stay sought, LocalDate today) {
        LocalDate end = start.plusMonths(MONTHS - 1L).atEndOfMonth();
        LocalDate first = sought.first().isBefore(start.atDay(1)) ? sought.first() : start.atDay(1);
        LocalDate last = sought.last().isAfter(end) ? sought.last() : end;
        return SiteDays.of(calendars.listAround(site.id(), first, last, clock.instant()), first, last, today);
    }

    private static YearMonth start(String month, Stay stay, YearMonth now) {
        if (month == null || month.isBlank()) return stay == null ? now : YearMonth.from(stay.first());
        try {
            YearMonth asked = YearMonth.parse(month);
            if (!asked.isBefore(now.minusMonths(FARTHEST_MONTHS)) && !asked.isAfter(now.plusMonths(FARTHEST_MONTHS)))
                return asked;
        } catch (DateTimeException e) {
            throw wrongMonth();
        }
        throw wrongMonth();
    }

    private static ProblemException wrongMonth() {
        return Problem.badInput("mois", "Donnez un mois à trois ans au plus, sous la forme 2027-05.");
    }

    /** Why days of these months are closed or under a condition, each reason once with its first days. */
    private static String causes(SiteDays days, YearMonth start) {
        return days.between(start.atDay(1), start.plusMonths(MONTHS - 1).atEndOfMonth()).stream()
                .filter(day -> !day.rest() && day.cause() != null && day.state() != State.TAKEN)
                .collect(Collectors.groupingBy(
                        day -> Shade.of(day.state()).title() + " : " + day.cause(),
                        java.util.LinkedHashMap::new,
                        Collectors.mapping(SiteDays.Day::date, Collectors.toList())))
                .entrySet()
                .stream()
                .map(cause -> cause.getKey() + " ("
                        + French.period(
                                cause.getValue().getFirst(), cause.getValue().getLast()) + ").")
                .collect(Collectors.joining(" "));
    }

    private static String address(String slug, SearchForm form, YearMonth month) {
        String dates = form.dates();
        return "/sites/" + slug + (dates.isEmpty() ? "?" : dates + "&") + "mois=" + month + "#disponibilites";
    }
}

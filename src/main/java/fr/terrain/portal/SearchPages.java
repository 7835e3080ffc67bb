package fr.terrain.portal;

import fr.terrain.availability.CalendarRepository;
import fr.terrain.availability.Period;
import fr.terrain.availability.SpaceCalendar;
import fr.terrain.http.Pager;
import fr.terrain.portal.SearchPage.Facet;
import fr.terrain.portal.SearchPage.Facets;
import fr.terrain.portal.SearchPage.FieldError;
import fr.terrain.portal.SearchPage.Result;
import fr.terrain.portal.SiteSearch.Hit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The home page: map, list, dates and filters that answer one question together. A plain form, complete without JavaScript. */
@Path("/")
@PermitAll
public class SearchPages {
    static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
    private static final int PAGE_SIZE = 10;

    @Inject
    SiteSearch search;

    @Inject
    Vocabulary vocabulary;

    @Inject
    PageQuestion question;

    @Inject
    FacetRepository facets;

    @Inject
    SearchTurns turns;

    @Inject
    Alternatives alternatives;

    @Inject
    CalendarRepository calendars;

    @Inject
    Clock clock;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance search(SearchPage page);
    }

    /** The search page; status 400 when the dates cannot be used, said beside their fields. */
    @GET
    @Produces(HTML)
    public Response home(@Context UriInfo uri) {
        SearchForm form = SearchGiven.form(uri);
        List<FieldError> errors = new ArrayList<>();
        SiteQuery query = question.read(form, errors);
        Stay stay = query.needs().stay();
        int total = search.count(query);
        Pager pager = Pager.of(
                form.page(), PAGE_SIZE, total, number -> form.withPage(number).href());
        LocalDate monday = WeekStrip.start(LocalDate.now(clock), stay);
        SearchPage page = new SearchPage(
                form,
                stay,
                errors,
                query.words().corrected(),
                facets(form, query),
                search.listCommunes(),
                turns.actives(form, stay),
                results(
                        search.list(query, SiteSort.ofWord(form.one("tri"), query), PAGE_SIZE, pager.offset()),
                        monday,
                        stay),
                total == 0 ? turns.widen(form, stay) : List.of(),
                total == 0 && errors.isEmpty() ? alternatives.find(query) : List.of(),
                pager,
                WeekStrip.axis(monday),
                question.features(form, query));
        return Response.status(errors.isEmpty() ? Response.Status.OK : Response.Status.BAD_REQUEST)
                .entity(Templates.search(page).render())
                .type(HTML)
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    private Facets facets(SearchForm form, SiteQuery query) {
        Map<String, Map<String, Integer>> counts = facets.read(query);
        return new Facets(
                choices(vocabulary.categoryFamilies(), counts.get("family"), "", form.many("famille")),
                choices(vocabulary.themeFamilies(), counts.get("themeFamily"), "", form.many("theme")),
                choices(vocabulary.equipment(), counts.get("equipment"), "", form.many("equipement")),
                choices(vocabulary.constraints(), counts.get("constraint"), "-", form.many("contrainte")));
    }

    private static List<Facet> choices(
            Map<String, String> labels, Map<String, Integer> counts, String sign, List<String> checked) {
        return labels.entrySet().stream()
                .map(choice -> new Facet(
                        sign + choice.getKey(),
                        choice.getValue(),
                        counts.getOrDefault(choice.getKey(), 0),
                        checked.contains(sign + choice.getKey())))
                .filter(facet -> facet.count() > 0 || facet.checked())
                .toList();
    }

    /** The hits with their weeks: the calendars of all are read together. */
    private List<Result> results(List<Hit> hits, LocalDate monday, Stay stay) {
        Map<Long, Period> periods = hits.stream()
                .collect(Collectors.toMap(
                        Hit::id, hit -> Period.around(monday, lastRead(hit, monday, shown(hit, stay)))));
        Map<Long, List<SpaceCalendar>> spaces = calendars.listOf(periods, clock.instant());
        return hits.stream()
                .map(hit -> result(hit, spaces.get(hit.id()), monday, shown(hit, stay)))
                .toList();
    }

    private Result result(Hit hit, List<SpaceCalendar> spaces, LocalDate monday, Stay stay) {
        SiteDays days = SiteDays.of(spaces, monday, lastRead(hit, monday, stay), LocalDate.now(clock));
        Window window = stay == null ? Window.first(days, soonest(hit), sought(hit, stay)) : Window.of(days, stay);
        return new Result(hit, WeekStrip.of(days, monday, stay), window);
    }

    /** The days that the site answers with: the first window found, or those that were asked. */
    private static Stay shown(Hit hit, Stay stay) {
        return hit.firstFree() == null ? stay : hit.firstFree();
    }

    private LocalDate soonest(Hit hit) {
        return LocalDate.now(clock).plusDays(hit.leadTimeDays());
    }

    /** The last day looked at for a chance: the last of the stay, or half a year on. */
    private LocalDate sought(Hit hit, Stay stay) {
        return stay == null ? soonest(hit).plusWeeks(2L * WeekStrip.WEEKS) : stay.last();
    }

    private LocalDate lastRead(Hit hit, LocalDate monday, Stay stay) {
        LocalDate sought = sought(hit, stay);
        LocalDate end = WeekStrip.end(monday);
        return sought.isAfter(end) ? sought : end;
    }
}

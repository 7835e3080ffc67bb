package fr.terrain.portal;

import fr.terrain.availability.CalendarRepository;
import fr.terrain.availability.Period;
import fr.terrain.availability.SpaceCalendar;
import fr.terrain.http.Address;
import fr.terrain.http.Bbox;
import fr.terrain.http.Pager;
import fr.terrain.http.Problem;
import fr.terrain.portal.SearchPage.Active;
import fr.terrain.portal.SearchPage.Facet;
import fr.terrain.portal.SearchPage.FieldError;
import fr.terrain.portal.SearchPage.Result;
import fr.terrain.portal.SearchPage.Wider;
import fr.terrain.portal.SiteSearch.Hit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    WordingRepository wordings;

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
    public Response home(@BeanParam SearchGiven given) {
        SearchForm form = given.form();
        List<FieldError> errors = new ArrayList<>();
        Stay stay = form.stay(errors);
        Wording wording = wordings.read("q", form.q());
        SiteQuery query = query(form, wording, stay);
        int total = search.count(query);
        Pager pager = Pager.of(
                form.page(), PAGE_SIZE, total, number -> form.withPage(number).href());
        LocalDate monday = WeekStrip.start(LocalDate.now(clock), stay);
        SearchPage page = new SearchPage(
                form,
                stay,
                errors,
                wording.corrected(),
                facets(vocabulary.categoryFamilies(), search.countByFamily(query), form.famille()),
                facets(vocabulary.themeFamilies(), search.countByThemeFamily(query), form.theme()),
                search.listCommunes(),
                actives(form, stay),
                results(search.list(query, PAGE_SIZE, pager.offset()), monday, stay),
                total == 0 ? widen(form, stay) : List.of(),
                pager,
                WeekStrip.axis(monday),
                features(form, stay));
        return Response.status(errors.isEmpty() ? Response.Status.OK : Response.Status.BAD_REQUEST)
                .entity(Templates.search(page).render())
                .type(HTML)
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    private SiteQuery query(SearchForm form, Wording wording, Stay stay) {
        return new SiteQuery(
                form.zone().isBlank() ? null : Bbox.parse("zone", form.zone()),
                wording,
                form.famille().stream()
                        .flatMap(family -> known("famille", vocabulary.categoriesOf(family)))
                        .toList(),
                form.theme().stream()
                        .flatMap(theme -> known("theme", vocabulary.themesOf(theme)))
                        .toList(),
                vocabulary.commune(form.commune().isBlank() ? null : form.commune()),
                stay);
    }

    private static Stream<String> known(String field, List<String> codes) {
        if (codes.isEmpty()) throw Problem.badInput(field, "Choisissez une valeur de la liste.");
        return codes.stream();
    }

    private static List<Facet> facets(Map<String, String> labels, Map<String, Integer> counts, List<String> checked) {
        return labels.entrySet().stream()
                .map(family -> new Facet(
                        family.getKey(),
                        family.getValue(),
                        counts.getOrDefault(family.getKey(), 0),
                        checked.contains(family.getKey())))
                .filter(facet -> facet.count() > 0 || facet.checked())
                .toList();
    }

    /** The hits with their weeks: the calendars of all are read together. */
    private List<Result> results(List<Hit> hits, LocalDate monday, Stay stay) {
        Map<Long, Period> periods = hits.stream()
                .collect(Collectors.toMap(Hit::id, hit -> Period.around(monday, lastRead(hit, monday, stay))));
        Map<Long, List<SpaceCalendar>> spaces = calendars.listOf(periods, clock.instant());
        return hits.stream()
                .map(hit -> result(hit, spaces.get(hit.id()), monday, stay))
                .toList();
    }

    private Result result(Hit hit, List<SpaceCalendar> spaces, LocalDate monday, Stay stay) {
        SiteDays days = SiteDays.of(spaces, monday, lastRead(hit, monday, stay), LocalDate.now(clock));
        Window window = stay == null ? Window.first(days, soonest(hit), sought(hit, stay)) : Window.of(days, stay);
        return new Result(hit, WeekStrip.of(days, monday, stay), window);
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

    private List<Active> actives(SearchForm form, Stay stay) {
        List<Active> actives = new ArrayList<>();
        if (!form.q().isBlank())
            actives.add(new Active(
                    "« " + form.q().strip() + " »", form.withoutWords().href()));
        form.famille()
                .forEach(code -> actives.add(new Active(
                        vocabulary.categoryFamilies().get(code),
                        form.withoutFamily(code).href())));
        form.theme()
                .forEach(code -> actives.add(new Active(
                        "Thème : " + vocabulary.themeFamilies().getOrDefault(code, code),
                        form.withoutTheme(code).href())));
        if (!form.commune().isBlank())
            actives.add(
                    new Active(commune(form.commune()), form.withoutCommune().href()));
        if (stay != null)
            actives.add(new Active(stay.words(), form.withoutDates().href()));
        if (!form.zone().isBlank())
            actives.add(new Active("Zone de la carte", form.withoutZone().href()));
        return actives;
    }

    private String commune(String insee) {
        return search.listCommunes().stream()
                .filter(commune -> commune.insee().equals(insee))
                .map(SiteSearch.CommuneCount::name)
                .findFirst()
                .orElse("Commune " + insee);
    }

    /** Each condition taken away in turn: those that then give something, the most generous first. */
    private List<Wider> widen(SearchForm form, Stay stay) {
        List<Wider> ways = new ArrayList<>();
        widen(ways, stay == null ? null : "Sans les dates", form.withoutDates(), null);
        widen(ways, form.q().isBlank() ? null : "Sans les mots cherchés", form.withoutWords(), stay);
        widen(ways, form.zone().isBlank() ? null : "Sur toute la carte", form.withoutZone(), stay);
        widen(ways, form.commune().isBlank() ? null : "Dans toute la Métropole", form.withoutCommune(), stay);
        for (String code : form.famille())
            widen(ways, "Sans « " + vocabulary.categoryFamilies().get(code) + " »", form.withoutFamily(code), stay);
        for (String code : form.theme())
            widen(
                    ways,
                    "Sans le thème « " + vocabulary.themeFamilies().getOrDefault(code, code) + " »",
                    form.withoutTheme(code),
                    stay);
        return ways;
    }

    private void widen(List<Wider> ways, String label, SearchForm form, Stay stay) {
        if (label == null) return;
        int count = search.count(query(form, wordings.read("q", form.q()), stay));
        if (count > 0) ways.add(new Wider(label, count, form.href()));
    }

    /** The same question to the API, for the map. */
    private String features(SearchForm form, Stay stay) {
        return new Address("/api/sites")
                .with("q", form.q())
                .with(
                        "category",
                        form.famille().stream()
                                .flatMap(family -> vocabulary.categoriesOf(family).stream())
                                .toList())
                .with("theme", form.theme())
                .with("commune", form.commune())
                .with("bbox", form.zone())
                .with("free", stay == null ? null : stay.first() + "/" + stay.last())
                .with("limit", "1000")
                .toString();
    }
}

package fr.terrain.portal;

import fr.terrain.fee.TariffRepository;
import fr.terrain.http.Address;
import fr.terrain.http.Problem;
import fr.terrain.portal.ComparePage.Column;
import fr.terrain.portal.ComparePage.Row;
import fr.terrain.portal.SearchPage.FieldError;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;

/** Up to four sites side by side; the address is the whole comparison, to be kept or sent. */
@Path("/comparer")
@PermitAll
public class ComparePages {
    private static final int MOST = 4;
    private static final int MOST_PRICES = 3;
    private static final String SLUG = "[a-z0-9-]{1,80}";
    private static final List<String> NOTHING = List.of("Non précisé");

    @Inject
    SheetRepository sheets;

    @Inject
    Chances chances;

    @Inject
    TariffRepository tariffs;

    @Inject
    Clock clock;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance compare(ComparePage page);
    }

    /** The comparison of the sites in the order given; 400 beyond four, 404 when one is not public. */
    @GET
    @Produces(SearchPages.HTML)
    public Response compare(@RestQuery List<String> site, @Context UriInfo uri) {
        List<String> slugs = slugs(site);
        SearchForm form = SearchGiven.form(uri);
        List<FieldError> errors = new ArrayList<>();
        Stay stay = form.stay(errors);
        if (!errors.isEmpty())
            throw Problem.badInput(errors.getFirst().field(), errors.getFirst().words());
        List<Column> columns =
                slugs.stream().map(slug -> column(slug, slugs, form, stay)).toList();
        return Response.ok(Templates.compare(new ComparePage(form, stay, columns, rows(columns)))
                        .render())
                .type(SearchPages.HTML)
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    private static List<String> slugs(List<String> given) {
        List<String> slugs =
                given == null ? List.of() : given.stream().distinct().toList();
        if (slugs.size() > MOST) throw Problem.badInput("site", "Comparez quatre terrains au plus.");
        if (!slugs.stream().allMatch(slug -> slug.matches(SLUG))) throw Problem.notFound();
        return slugs;
    }

    private Column column(String slug, List<String> slugs, SearchForm form, Stay stay) {
        Sheet sheet = sheets.get(slug);
        List<String> others =
                slugs.stream().filter(other -> !other.equals(slug)).toList();
        String without = new Address("/comparer")
                .with("site", others)
                .with("du", form.du())
                .with("au", form.au())
                .toString();
        return new Column(
                sheet,
                chances.of(sheet, stay),
                tariffs.listInForce(sheet.grids(), LocalDate.now(clock)).stream()
                        .limit(MOST_PRICES)
                        .toList(),
                without);
    }

    private List<Row> rows(List<Column> columns) {
        return List.of(
                row(columns, "Lieu", ComparePages::place),
                row(columns, "Surface", site -> one(site.area())),
                row(columns, "Abri", site -> one(site.indoor() ? "À l’intérieur" : "En plein air")),
                row(columns, "Équipements", Sheet::equipment),
                row(columns, "Ce que le lieu impose", ComparePages::constraints),
                row(columns, "Espaces à réserver", site -> spaces(site, Sheet.SpaceRow::name)),
                row(columns, "Se demande", site -> spaces(site, Sheet.SpaceRow::notice)),
                row(columns, "Durée d’un essai", site -> spaces(site, Sheet.SpaceRow::durations)),
                row(columns, "Qui décide", site -> one(site.whoDecides())),
                row(columns, "Gestionnaire", site -> one(site.organisation())),
                row(columns, "Temps de réponse", site -> List.of(sheets.answerWords(site.id()))));
    }

    private static Row row(List<Column> columns, String label, Function<Sheet, List<String>> said) {
        return new Row(
                label,
                columns.stream()
                        .map(column -> said.apply(column.site()))
                        .map(words -> words.isEmpty() ? NOTHING : words)
                        .toList());
    }

    private static List<String> place(Sheet site) {
        String commune = site.commune() + " (" + site.department() + ")";
        return site.approximate() ? List.of(commune, "Position approximative") : List.of(commune);
    }

    private static List<String> constraints(Sheet site) {
        List<String> heavy = site.effects().stream()
                .filter(effect -> !"info".equals(effect.tone()))
                .map(Sheet.Effect::label)
                .toList();
        return heavy.isEmpty() ? List.of("Rien qui pèse sur les dates ni n’interdise quelque chose") : heavy;
    }

    private static List<String> spaces(Sheet site, Function<Sheet.SpaceRow, String> said) {
        return site.spaces().stream().map(said).distinct().toList();
    }

    private static List<String> one(String words) {
        return Stream.ofNullable(words).filter(said -> !said.isBlank()).toList();
    }
}

package fr.terrain.portal;

import fr.terrain.http.Bbox;
import fr.terrain.http.GivenParameters;
import fr.terrain.http.Problem;
import fr.terrain.http.Words;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameters;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The published sites as JSON: the one query, and each sheet. Geometry is GeoJSON in EPSG:4326, longitude first. */
@Path("/api/sites")
@Tag(name = "Terrains")
@PermitAll
public class SiteResource {
    static final String GEOJSON = "application/geo+json";
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 1000;
    private static final TreeSet<String> KNOWN =
            new TreeSet<>(Set.of("bbox", "q", "category", "theme", "commune", "free", "limit", "after"));

    @Inject
    SiteSearch search;

    @Inject
    SheetRepository sheets;

    @Inject
    Vocabulary vocabulary;

    @Inject
    WordingRepository wordings;

    @ConfigProperty(name = "terrain.demonstration")
    boolean demonstration;

    /** The sites that meet every condition, in the order of their slugs; the Link header and the links member lead to the next page. */
    @GET
    @Produces({GEOJSON, "application/json"})
    @Operation(
            summary = "Cherche les terrains publiés",
            description = "Toutes les conditions données doivent être remplies.")
    @Parameters({
        @Parameter(
                name = "bbox",
                in = ParameterIn.QUERY,
                schema = @Schema(type = SchemaType.STRING, maxLength = 100),
                example = "5.2,43.2,5.5,43.4",
                description = "Rectangle en degrés (EPSG:4326) : ouest, sud, est, nord ; le point d’accès est dedans."),
        @Parameter(
                name = "q",
                in = ParameterIn.QUERY,
                schema = @Schema(type = SchemaType.STRING, maxLength = 200),
                example = "qualité eau",
                description =
                        "Mots que la fiche contient tous, eux-mêmes ou de même sens, sans égard aux accents ni aux terminaisons ; une petite faute de frappe est corrigée."),
        @Parameter(
                name = "category",
                in = ParameterIn.QUERY,
                schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = 60),
                example = "port",
                description = "Code de catégorie ; à répéter pour en accepter plusieurs."),
        @Parameter(
                name = "theme",
                in = ParameterIn.QUERY,
                schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = 60),
                example = "eau",
                description = "Code de thème ou de famille de thèmes ; à répéter pour en accepter plusieurs."),
        @Parameter(
                name = "commune",
                in = ParameterIn.QUERY,
                schema = @Schema(type = SchemaType.STRING, pattern = "[0-9AB]{5}"),
                example = "13055",
                description = "Code Insee."),
        @Parameter(
                name = "free",
                in = ParameterIn.QUERY,
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}/[0-9]{4}-[0-9]{2}-[0-9]{2}"),
                example = "2027-05-03/2027-05-24",
                description =
                        "Premier et dernier jour, tous deux compris (Europe/Paris) : un espace du terrain peut être demandé aujourd’hui pour ce séjour."),
        @Parameter(name = "limit", in = ParameterIn.QUERY),
        @Parameter(name = "after", in = ParameterIn.QUERY),
        @Parameter(name = "If-None-Match", in = ParameterIn.HEADER)
    })
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "SiteCollection")))
    public Response list(@Context UriInfo uri, @Context Request request) {
        MultivaluedMap<String, String> given = uri.getQueryParameters();
        for (String name : given.keySet()) {
            if (!KNOWN.contains(name)) throw GivenParameters.unknown(name, KNOWN);
        }
        int limit = GivenParameters.whole("limit", one(given, "limit"), 1, MOST, DEFAULT_LIMIT);
        SiteSearch.Features page = search.features(query(given), slug(one(given, "after")), limit);
        String self = uri.getRequestUri().getRawPath() + query(uri);
        String next = page.last() == null ? null : next(uri, page.last());
        String body =
                "{\"type\":\"FeatureCollection\",%s\"numberMatched\":%d,\"numberReturned\":%d,\"links\":[%s%s],\"features\":%s}"
                        .formatted(
                                demonstration ? "\"notice\":\"" + Words.say("notice.demonstration") + "\"," : "",
                                page.matched(),
                                page.returned(),
                                link("self", self),
                                next == null ? "" : "," + link("next", next),
                                page.json());
        Response.ResponseBuilder answer = Cached.of(request, body);
        if (next != null) answer.header("Link", "<" + next + ">; rel=\"next\"");
        return answer.build();
    }

    /** All that the public may know of one site, its calendar apart. */
    @GET
    @Path("/{slug}")
    @Produces({GEOJSON, "application/json"})
    @Operation(summary = "Donne la fiche d’un terrain publié")
    @Parameter(name = "If-None-Match", in = ParameterIn.HEADER)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "SiteFeature")))
    public Response get(@PathParam("slug") String slug, @Context UriInfo uri, @Context Request request) {
        GivenParameters.only(uri);
        return Cached.of(request, sheets.findFeature(slug).orElseThrow(Problem::notFound))
                .build();
    }

    private SiteQuery query(MultivaluedMap<String, String> given) {
        String bbox = one(given, "bbox");
        String words = one(given, "q");
        String free = one(given, "free");
        return new SiteQuery(
                bbox == null ? null : Bbox.parse("bbox", bbox),
                wordings.read("q", words),
                many(given, "category").stream().map(this::category).toList(),
                many(given, "theme").stream()
                        .flatMap(code -> theme(code).stream())
                        .distinct()
                        .toList(),
                vocabulary.commune(one(given, "commune")),
                free == null ? null : Stay.parse("free", free));
    }

    private String category(String code) {
        if (!vocabulary.isCategory(code)) throw Problem.badInput("category", "Cette catégorie n’existe pas.");
        return code;
    }

    private List<String> theme(String code) {
        List<String> themes = vocabulary.themesOf(code);
        if (themes.isEmpty()) throw Problem.badInput("theme", "Ce thème n’existe pas.");
        return themes;
    }

    private static String slug(String after) {
        if (after != null && !after.matches("[a-z0-9-]{1,80}"))
            throw Problem.badInput("after", "Reprenez la valeur donnée par le lien « next ».");
        return after;
    }

    private static String one(MultivaluedMap<String, String> given, String name) {
        List<String> values = many(given, name);
        if (values.size() > 1) throw Problem.badInput(name, "Donnez ce paramètre une seule fois.");
        return values.isEmpty() ? null : values.getFirst();
    }

    private static List<String> many(MultivaluedMap<String, String> given, String name) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() > 60) throw Problem.badInput(name, "Donnez 60 valeurs au plus.");
        for (String value : values) {
            if (value.chars().anyMatch(Character::isISOControl))
                throw Problem.badInput(name, "Retirez les caractères de contrôle.");
        }
        return values;
    }

    private static String next(UriInfo uri, String last) {
        String rest = query(uri).replaceAll("(?<=[?&])after=[^&]*&?", "");
        String join = rest.isEmpty() ? "?" : rest.endsWith("?") || rest.endsWith("&") ? "" : "&";
        return uri.getRequestUri().getRawPath() + rest + join + "after=" + last;
    }

    private static String query(UriInfo uri) {
        String query = uri.getRequestUri().getRawQuery();
        return query == null ? "" : "?" + query;
    }

    private static String link(String rel, String href) {
        return "{\"rel\":\"%s\",\"type\":\"%s\",\"href\":\"%s\"}"
                .formatted(rel, GEOJSON, href.replace("\\", "%5C").replace("\"", "%22"));
    }
}

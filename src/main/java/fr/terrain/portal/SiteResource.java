package fr.terrain.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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

    @Inject
    SiteSearch search;

    @Inject
    SheetRepository sheets;

    @Inject
    SiteQuestion question;

    @Inject
    FacetRepository facets;

    @Inject
    Alternatives alternatives;

    @Inject
    ObjectMapper json;

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
        @Parameter(
                name = "polygon",
                in = ParameterIn.QUERY,
                schema = @Schema(type = SchemaType.STRING, maxLength = 6000),
                example = "5.2 43.2,5.4 43.2,5.3 43.4,5.2 43.2",
                description =
                        "Contour fermé en degrés (EPSG:4326), longitude puis latitude, de 4 à 100 points : le point d’accès est dedans."),
        @Parameter(
                name = "near",
                in = ParameterIn.QUERY,
                schema = @Schema(type = SchemaType.STRING, maxLength = 60),
                example = "5.37,43.30",
                description = "Longitude et latitude d’un point (EPSG:4326)."),
        @Parameter(
                name = "radius",
                in = ParameterIn.QUERY,
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100000", defaultValue = "10000"),
                example = "10000",
                description = "À combien de mètres de near, au plus."),
        @Parameter(
                name = "equipment",
                in = ParameterIn.QUERY,
                schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = 60),
                example = "electricite",
                description = "Code de type d’équipement ; à répéter : tous sont là."),
        @Parameter(
                name = "constraint",
                in = ParameterIn.QUERY,
                schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = 60),
                example = "PORT",
                description = "Code de contrainte ; à répéter : une au moins s’applique."),
        @Parameter(
                name = "without",
                in = ParameterIn.QUERY,
                schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = 60),
                example = "CTR",
                description = "Code de contrainte ; à répéter : aucune ne s’applique."),
        @Parameter(
                name = "indoor",
                in = ParameterIn.QUERY,
                schema = @Schema(type = SchemaType.BOOLEAN),
                example = "false",
                description = "En intérieur, ou en extérieur."),
        @Parameter(
                name = "capacity",
                in = ParameterIn.QUERY,
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100"),
                example = "2",
                description = "Un espace accueille au moins autant d’expérimentations à la fois."),
        @Parameter(
                name = "duration",
                in = ParameterIn.QUERY,
                schema = @Schema(type = SchemaType.STRING, pattern = "P[0-9]{1,3}D"),
                example = "P14D",
                description =
                        "Jours de suite, 366 au plus : chaque terrain donne sa première fenêtre (firstFree) parmi les jours de free, 540 au plus, ou à partir d’aujourd’hui."),
        @Parameter(
                name = "sort",
                in = ParameterIn.QUERY,
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"relevance", "distance", "first_free", "notice", "name"}),
                description =
                        "Ordre ; par défaut celui des identifiants. relevance demande q, distance demande near, first_free demande duration."),
        @Parameter(
                name = "facets",
                in = ParameterIn.QUERY,
                schema = @Schema(type = SchemaType.BOOLEAN),
                example = "true",
                description = "Ajoute combien de terrains donnerait chaque choix."),
        @Parameter(name = "limit", in = ParameterIn.QUERY),
        @Parameter(name = "after", in = ParameterIn.QUERY),
        @Parameter(name = "If-None-Match", in = ParameterIn.HEADER)
    })
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "SiteCollection")))
    public Response list(@Context UriInfo uri, @Context Request request) {
        MultivaluedMap<String, String> given = uri.getQueryParameters();
        SiteQuery query = question.read(given);
        SiteSort sort = SiteSort.ofCode("sort", SiteQuestion.one(given, "sort"), query);
        int limit = GivenParameters.whole("limit", SiteQuestion.one(given, "limit"), 1, MOST, DEFAULT_LIMIT);
        boolean counted = Boolean.TRUE.equals(SiteQuestion.flag("facets", SiteQuestion.one(given, "facets")));
        SiteSearch.Features page = search.features(query, sort, SiteQuestion.one(given, "after"), limit);
        String self = uri.getRequestUri().getRawPath() + query(uri);
        String next = page.last() == null ? null : next(uri, page.last());
        String body =
                "{\"type\":\"FeatureCollection\",%s%s%s%s\"numberMatched\":%d,\"numberReturned\":%d,\"links\":[%s%s],\"features\":%s}"
                        .formatted(
                                demonstration ? "\"notice\":\"" + Words.say("notice.demonstration") + "\"," : "",
                                member("corrected", query.words().corrected()),
                                member("facets", counted ? facets.read(query) : null),
                                member("alternatives", page.matched() == 0 ? alternatives.find(query) : null),
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

    private String member(String name, Object value) {
        if (value == null) return "";
        try {
            return "\"%s\":%s,".formatted(name, json.writeValueAsString(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
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

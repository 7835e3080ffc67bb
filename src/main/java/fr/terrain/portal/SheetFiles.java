package fr.terrain.portal;

import fr.terrain.document.Paper;
import fr.terrain.document.PdfPress;
import fr.terrain.fee.TariffLine;
import fr.terrain.fee.TariffRepository;
import fr.terrain.http.PublicAddress;
import fr.terrain.http.Words;
import fr.terrain.site.Site;
import fr.terrain.site.SiteRepository;
import fr.terrain.site.SpaceRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestPath;

/** The sheet of a site as a file to keep: an accessible, archivable PDF (PDF/UA-1, PDF/A-3a). */
@Path("/sites")
@PermitAll
public class SheetFiles {
    @Inject
    SheetRepository sheets;

    @Inject
    SiteRepository sites;

    @Inject
    SpaceRepository spaces;

    @Inject
    TariffRepository tariffs;

    @Inject
    PublicAddress address;

    @Inject
    Clock clock;

    @ConfigProperty(name = "terrain.demonstration")
    boolean demonstration;

    /** The sheet of today, with the prices in force today (Europe/Paris). */
    @GET
    @Path("/{slug}/fiche.pdf")
    @Produces("application/pdf")
    public Response pdf(@RestPath String slug) {
        Sheet sheet = sheets.get(slug);
        LocalDate today = LocalDate.now(clock);
        List<TariffLine> prices = tariffs.listInForce(sheet.grids(), today);
        Paper paper = SheetPaper.of(
                sheet,
                place(slug),
                prices,
                address.of("/sites/" + slug),
                today,
                demonstration ? Words.say("notice.demonstration") : null);
        return Response.ok(PdfPress.print(paper))
                .header("Content-Disposition", "attachment; filename=\"fiche-" + sheet.slug() + ".pdf\"")
                .header("Cache-Control", "no-cache")
                .build();
    }

    private SheetPlace place(String slug) {
        Site site = sites.getPublished(slug);
        return new SheetPlace(
                site.perimeter,
                spaces.listOf(site.id).stream()
                        .filter(space -> space.footprint != null)
                        .map(space -> new SheetPlace.Outline(space.name, space.footprint))
                        .toList(),
                site.accessPoint,
                site.positionConfidence == Site.Confidence.LOW,
                sheets.listNear(site.id));
    }
}

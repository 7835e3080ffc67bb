package fr.terrain.convention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.terrain.booking.BookedSpace;
import fr.terrain.booking.Booking;
import fr.terrain.booking.Technique;
import fr.terrain.convention.ConventionInputs.Area;
import fr.terrain.convention.ConventionInputs.Award;
import fr.terrain.convention.ConventionInputs.Contact;
import fr.terrain.convention.ConventionInputs.Domain;
import fr.terrain.convention.ConventionInputs.FeeLine;
import fr.terrain.convention.ConventionInputs.Gratuity;
import fr.terrain.convention.ConventionInputs.Insurance;
import fr.terrain.convention.ConventionInputs.OtherParty;
import fr.terrain.convention.ConventionInputs.OtherRole;
import fr.terrain.convention.ConventionInputs.Party;
import fr.terrain.convention.ConventionInputs.PartyKind;
import fr.terrain.convention.ConventionInputs.Position;
import fr.terrain.convention.ConventionInputs.Signatory;
import fr.terrain.fee.Fee;
import fr.terrain.fee.TariffLine;
import fr.terrain.http.Words;
import fr.terrain.organisation.Organisation;
import fr.terrain.organisation.OrganisationRepository;
import fr.terrain.site.Site;
import fr.terrain.site.SiteRepository;
import fr.terrain.site.Space;
import fr.terrain.site.SpaceRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Gathers what a convention is made from, out of a booking and all that it names. */
@ApplicationScoped
public class InputsReader {
    @Inject
    SiteRepository sites;

    @Inject
    SpaceRepository spaces;

    @Inject
    OrganisationRepository organisations;

    @Inject
    SiteContextRepository context;

    @Inject
    ConventionText text;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "terrain.demonstration")
    boolean demonstration;

    @ConfigProperty(name = "terrain.insurance.bodily", defaultValue = "1500000")
    BigDecimal bodily;

    @ConfigProperty(name = "terrain.insurance.material", defaultValue = "500000")
    BigDecimal material;

    /** The inputs of a convention under this number and version, issued on this day (Europe/Paris). */
    ConventionInputs read(Booking booking, String number, int version, LocalDate issuedOn, String contact) {
        Site site = sites.findById(booking.siteId);
        List<Space> chosen = spaces.listOf(site.id).stream()
                .filter(space ->
                        booking.spaces().stream().map(BookedSpace::spaceId).anyMatch(space.id::equals))
                .toList();
        Domain domain = strictest(chosen);
        StayInputs stay = StayInputs.of(booking, chosen);
        ConventionInputs.Site place = place(site, chosen, domain, booking, stay);
        return new ConventionInputs(
                booking.reference,
                number,
                version,
                text.template(),
                issuedOn,
                demonstration,
                party(booking.party(fr.terrain.booking.Party.Role.GRANTOR), null),
                party(booking.party(fr.terrain.booking.Party.Role.OCCUPANT), contact),
                otherParties(booking),
                place,
                project(booking),
                stay.slots(),
                stay.setupStart(),
                stay.teardownEnd(),
                award(booking),
                fee(booking),
                new Insurance(bodily, material),
                PermitList.of(
                        booking.project.techniques(),
                        place.constraints().stream()
                                .map(ConventionInputs.Constraint::code)
                                .toList()),
                Court.of(domain, site.insee));
    }

    private Party party(fr.terrain.booking.Party party, String contact) {
        Organisation body = organisations.findById(party.organisationId);
        PartyKind kind = switch (body.kind) {
            case LOCAL_AUTHORITY -> PartyKind.LOCAL_AUTHORITY;
            case STATE, PUBLIC_BODY -> PartyKind.PUBLIC_BODY;
            case PRIVATE -> PartyKind.COMPANY;
            case ASSOCIATION -> PartyKind.ASSOCIATION;
        };
        return new Party(
                body.name,
                body.legalForm,
                body.siret,
                body.address,
                kind,
                new Signatory(party.signatoryName, party.signatoryQuality, party.delegationAct),
                contact == null ? null : new Contact(contact, "responsable du projet"));
    }

    private List<OtherParty> otherParties(Booking booking) {
        return booking.parties().stream()
                .filter(party -> party.role != fr.terrain.booking.Party.Role.GRANTOR
                        && party.role != fr.terrain.booking.Party.Role.OCCUPANT)
                .map(this::otherParty)
                .toList();
    }

    private OtherParty otherParty(fr.terrain.booking.Party party) {
        Organisation body = organisations.findById(party.organisationId);
        return new OtherParty(
                OtherRole.valueOf(party.role.name()),
                body.name,
                body.legalForm,
                body.siret,
                body.address,
                party.mustSign
                        ? new Signatory(party.signatoryName, party.signatoryQuality, party.delegationAct)
                        : null);
    }

    private ConventionInputs.Site place(
            Site site, List<Space> chosen, Domain domain, Booking booking, StayInputs stay) {
        SiteContextRepository.Place words = context.getPlace(site.id);
        return new ConventionInputs.Site(
                site.name,
                words.category(),
                words.commune(),
                site.insee,
                words.department(),
                domain,
                ground(site, chosen, booking),
                new Position(site.accessPoint.getX(), site.accessPoint.getY()),
                ConventionInputs.Confidence.valueOf(site.positionConfidence.name()),
                booking.areaM2,
                null,
                Arrays.asList(site.equipment),
                context.listConstraints(site.id),
                site.conditions,
                site.whoDecides,
                chosen.stream()
                        .map(space ->
                                new ConventionInputs.Space(space.name, area(space.footprint), stay.accessOf(space)))
                        .toList(),
                context.listLandmarks(site.id));
    }

    private static ConventionInputs.Project project(Booking booking) {
        var project = booking.project;
        return new ConventionInputs.Project(
                project.title,
                project.purpose,
                project.protocol,
                project.techniques().stream()
                        .filter(technique -> technique != Technique.PUBLIC_PRESENT)
                        .map(technique -> ConventionInputs.Technique.valueOf(technique.name()))
                        .toList(),
                project.trl,
                project.people == null ? 1 : project.people,
                project.techniques().contains(Technique.PUBLIC_PRESENT));
    }

    private static Award award(Booking booking) {
        var nature = booking.award().economicNature() == null
                ? fr.terrain.booking.EconomicNature.DOUBT
                : booking.award().economicNature();
        var route = booking.award().awardRoute() == null
                ? fr.terrain.booking.AwardRoute.NOT_CONCERNED
                : booking.award().awardRoute();
        return new Award(
                ConventionInputs.EconomicNature.valueOf(nature.name()),
                switch (route) {
                    case PUBLICITY -> ConventionInputs.Route.PUBLICITY;
                    case SELECTION -> ConventionInputs.Route.SELECTION;
                    case DIRECT -> ConventionInputs.Route.DIRECT;
                    case NOT_CONCERNED -> ConventionInputs.Route.OUT_OF_SCOPE;
                },
                booking.award().awardReason());
    }

    private ConventionInputs.Fee fee(Booking booking) {
        if (booking.award().freeItem() != null)
            return new ConventionInputs.Fee(
                    List.of(),
                    BigDecimal.ZERO,
                    new Gratuity(
                            Words.label(booking.award().freeItem()),
                            booking.award().freeReason()));
        return new ConventionInputs.Fee(
                feeLines(booking).stream().map(InputsReader::feeLine).toList(), booking.feeAmount(), null);
    }

    private List<Fee.Line> feeLines(Booking booking) {
        try {
            return json.readValue(booking.feeDetail(), new TypeReference<List<Fee.Line>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("fee detail of " + booking.reference, e);
        }
    }

    /** Where the grid's minimum applies, the line says so: one minimum, at its price. */
    private static FeeLine feeLine(Fee.Line line) {
        BigDecimal product = line.quantity().multiply(line.unitPrice()).setScale(2, RoundingMode.HALF_UP);
        boolean exact = product.compareTo(line.amount()) == 0;
        return new FeeLine(
                exact ? line.label() : line.label() + " (minimum de la grille)",
                line.grid(),
                line.deliberation(),
                line.deliberationDate(),
                exact ? line.quantity() : BigDecimal.ONE,
                Words.label(exact ? line.unit() : TariffLine.Unit.FLAT),
                exact ? line.unitPrice() : line.amount(),
                line.amount());
    }

    /** Mixed domains take the strictest; unknown ground is public. */
    private static Domain strictest(List<Space> chosen) {
        List<Space.Domain> domains = chosen.stream().map(space -> space.domain).toList();
        if (domains.contains(Space.Domain.MARITIME_NATURAL)) return Domain.MARITIME_NATURAL;
        if (domains.contains(Space.Domain.MARITIME_PORT)) return Domain.MARITIME_PORT;
        return domains.stream().allMatch(Space.Domain.PRIVATE::equals) ? Domain.PRIVATE : Domain.PUBLIC;
    }

    /** What is put at disposal, as far as it is drawn: the perimeter for the whole site, else the outlines of its spaces when all have one. */
    private static Area ground(Site site, List<Space> chosen, Booking booking) {
        if (booking.wholeSite) return area(site.perimeter);
        if (chosen.stream().anyMatch(space -> space.footprint == null)) return null;
        return new Area(chosen.stream()
                .flatMap(space -> area(space.footprint).coordinates().stream())
                .toList());
    }

    private static Area area(MultiPolygon geometry) {
        if (geometry == null) return null;
        List<List<List<Position>>> polygons = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) polygons.add(rings((Polygon) geometry.getGeometryN(i)));
        return new Area(polygons);
    }

    private static List<List<Position>> rings(Polygon polygon) {
        List<List<Position>> rings = new ArrayList<>();
        rings.add(ring(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) rings.add(ring(polygon.getInteriorRingN(i)));
        return rings;
    }

    private static List<Position> ring(LineString line) {
        return Arrays.stream(line.getCoordinates())
                .map(corner -> new Position(corner.x, corner.y))
                .toList();
    }
}

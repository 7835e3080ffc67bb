package fr.terrain.site;

import fr.terrain.territory.Whereabouts;
import java.util.ArrayList;
import java.util.List;

/** Something about a place that its keeper should look at before it is published: nothing of it forbids. */
public record Check(String words) {
    private static final int CLOSE_METRES = 500;

    /**
     * What lies around a place.
     *
     * @param found in which commune it is; null when it is not placed
     * @param overlaps names of the published sites whose perimeter it shares
     * @param proposed constraints, in words, that the sites and census entries within a kilometre bear and this one does not
     * @param areaM2 of its perimeter in Lambert-93 (EPSG:2154), null without one
     * @param off metres from the point of access to the perimeter, null without one
     */
    public record Around(
            Whereabouts found, List<String> overlaps, List<String> proposed, java.math.BigDecimal areaM2, Long off) {}

    /** What to look at. */
    static List<Check> of(SiteContent.Place place, Around around) {
        List<Check> checks = new ArrayList<>();
        Whereabouts found = around.found();
        if (found != null && !found.isInside())
            checks.add(new Check("Le lieu est hors du territoire de la Métropole."));
        else if (found != null && !place.insee().isEmpty() && !found.insee().equals(place.insee()))
            checks.add(
                    new Check("Le lieu semble être à %s, et non dans la commune choisie.".formatted(found.commune())));
        for (String other : around.overlaps())
            checks.add(new Check("Le périmètre recouvre une partie de « %s ».".formatted(other)));
        if (around.off() != null && around.off() > CLOSE_METRES)
            checks.add(new Check("Le point d’accès est à %d m du périmètre.".formatted(around.off())));
        if (!around.proposed().isEmpty())
            checks.add(new Check("Les lieux voisins portent aussi : " + String.join(", ", around.proposed()) + "."));
        return checks;
    }
}

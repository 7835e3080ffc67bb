package fr.terrain.portal;

import fr.terrain.http.French;
import fr.terrain.site.Site;
import fr.terrain.site.Space;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** All that the public reads of one site, its calendar apart. */
public record Sheet(
        long id,
        String slug,
        String name,
        String family,
        String categoryLabel,
        String commune,
        String department,
        String summary,
        String description,
        String whoDecides,
        List<String> documents,
        Integer usualDays,
        String cost,
        String conditions,
        List<String> legalLevers,
        List<String> equipment,
        boolean indoor,
        String contact,
        String organisation,
        BigDecimal areaHa,
        Site.Confidence positionConfidence,
        boolean outlined,
        List<String> themes,
        List<Effect> effects,
        List<SpaceRow> spaces) {

    /** A constraint of the place: what it is, what it does, and what to do about it. */
    public record Effect(String code, String label, String effect, String gesture, String tone) {
        public String icon() {
            return switch (tone) {
                case "danger" -> "refuse";
                case "warn" -> "warning";
                default -> "info";
            };
        }
    }

    /** A bookable part of the site. */
    public record SpaceRow(
            long id,
            String name,
            String description,
            Space.Domain domain,
            int capacity,
            BigDecimal areaM2,
            int minDays,
            int maxDays,
            int leadTimeDays,
            boolean overnight,
            Long tariffId) {
        /** "1 à 30 jours", "14 jours". */
        public String durations() {
            if (minDays == maxDays) return minDays + (minDays == 1 ? " jour" : " jours");
            return minDays + " à " + maxDays + " jours";
        }

        /** "15 jours à l’avance", "sans préavis". */
        public String notice() {
            return leadTimeDays == 0
                    ? "sans préavis"
                    : leadTimeDays + (leadTimeDays == 1 ? " jour" : " jours") + " à l’avance";
        }

        public String area() {
            return areaM2 == null ? null : French.quantity(areaM2) + " m²";
        }
    }

    public List<String> paragraphs() {
        return split(description);
    }

    public List<String> conditionParagraphs() {
        return split(conditions);
    }

    public String area() {
        return areaHa == null ? null : French.quantity(areaHa) + " ha environ";
    }

    public boolean approximate() {
        return positionConfidence == Site.Confidence.LOW;
    }

    /** The legal domains of the spaces, each once. */
    public List<Space.Domain> domains() {
        return spaces.stream().map(SpaceRow::domain).distinct().toList();
    }

    /** The tariff grids of the spaces, each once. */
    public List<Long> grids() {
        return spaces.stream()
                .map(SpaceRow::tariffId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** How many days ahead the most available space is asked for. */
    public int leadTimeDays() {
        return spaces.stream().mapToInt(SpaceRow::leadTimeDays).min().orElse(0);
    }

    /** How many constraints change what one may do, and how many only inform. */
    public long heavyEffects() {
        return effects.stream().filter(effect -> !"info".equals(effect.tone())).count();
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split("\\R\\s*\\R"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}

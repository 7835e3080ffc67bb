package fr.terrain.site;

import fr.terrain.http.Blank;
import fr.terrain.http.Faults;
import java.util.List;

/**
 * A bookable part of a site as a revision holds it. Days are whole; an absent number takes the usual value.
 *
 * @param id of the space that it changes; null for a new one
 * @param tariffId a price grid of the granting organisation; null when there is none
 */
public record SpaceContent(
        Long id,
        String name,
        String description,
        Outline footprint,
        Space.Domain domain,
        Integer capacity,
        Boolean overnight,
        Integer leadTimeDays,
        Integer horizonDays,
        Integer minDays,
        Integer maxDays,
        Integer bufferBeforeDays,
        Integer bufferAfterDays,
        Long tariffId,
        List<RuleContent> rules) {
    private static final int MOST_RULES = 30;

    public SpaceContent {
        name = Blank.strip(name);
        description = Blank.strip(description);
        domain = domain == null ? Space.Domain.UNKNOWN : domain;
        capacity = or(capacity, 1);
        overnight = Boolean.TRUE.equals(overnight);
        leadTimeDays = or(leadTimeDays, 0);
        horizonDays = or(horizonDays, 540);
        minDays = or(minDays, 1);
        maxDays = or(maxDays, 366);
        bufferBeforeDays = or(bufferBeforeDays, 0);
        bufferAfterDays = or(bufferAfterDays, 0);
        rules = rules == null ? List.of() : List.copyOf(rules);
    }

    /** A new space about which only its name is known. */
    static SpaceContent named(String name) {
        return new SpaceContent(null, name, "", null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The same on ground of this domain. */
    SpaceContent on(Space.Domain other) {
        return new SpaceContent(
                id,
                name,
                description,
                footprint,
                other,
                capacity,
                overnight,
                leadTimeDays,
                horizonDays,
                minDays,
                maxDays,
                bufferBeforeDays,
                bufferAfterDays,
                tariffId,
                rules);
    }

    public boolean nights() {
        return overnight;
    }

    void check(String at, Faults faults) {
        faults.required(at + ".name", name, 2, 120, "Donnez à l’espace un nom, de 2 à 120 caractères.");
        faults.text(at + ".description", description, 4000);
        if (footprint != null) footprint.check(at + ".footprint", faults);
        within(faults, at + ".capacity", capacity, 1, 100);
        within(faults, at + ".leadTimeDays", leadTimeDays, 0, 730);
        within(faults, at + ".horizonDays", horizonDays, 1, 1830);
        within(faults, at + ".minDays", minDays, 1, 366);
        within(faults, at + ".maxDays", maxDays, 1, 1830);
        within(faults, at + ".bufferBeforeDays", bufferBeforeDays, 0, 60);
        within(faults, at + ".bufferAfterDays", bufferAfterDays, 0, 60);
        if (minDays > maxDays) faults.add(at + ".maxDays", "La durée la plus longue ne peut être la plus courte.");
        if (leadTimeDays >= horizonDays)
            faults.add(at + ".horizonDays", "L’horizon des demandes doit dépasser le délai de prévenance.");
        if (rules.size() > MOST_RULES) faults.add(at + ".rules", "Donnez 30 règles au plus.");
        for (int i = 0; i < Math.min(rules.size(), MOST_RULES); i++)
            rules.get(i).check(at + ".rules[" + i + "]", faults);
    }

    private static void within(Faults faults, String field, int number, int least, int most) {
        if (number < least || number > most)
            faults.add(field, "Donnez un nombre entier de %d à %d.".formatted(least, most));
    }

    private static int or(Integer given, int usual) {
        return given == null ? usual : given;
    }
}

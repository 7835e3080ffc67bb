package fr.terrain.site;

import fr.terrain.http.Blank;
import fr.terrain.http.Faults;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** The form of the spaces and their rules: one value of each field a row; a row without a name, or a rule without a kind, is left out. */
public class SpacesForm {
    private static final String NUMBER = "Donnez un nombre entier.";

    @RestForm
    public String version;

    @RestForm("space.at")
    public List<String> at;

    @RestForm("space.name")
    public List<String> name;

    @RestForm("space.description")
    public List<String> description;

    @RestForm("space.domain")
    public List<String> domain;

    @RestForm("space.capacity")
    public List<String> capacity;

    @RestForm("space.overnight")
    public List<String> overnight;

    @RestForm("space.lead")
    public List<String> lead;

    @RestForm("space.horizon")
    public List<String> horizon;

    @RestForm("space.min")
    public List<String> min;

    @RestForm("space.max")
    public List<String> max;

    @RestForm("space.before")
    public List<String> before;

    @RestForm("space.after")
    public List<String> after;

    @RestForm("space.tariff")
    public List<String> tariff;

    @RestForm("rule.of")
    public List<String> of;

    @RestForm("rule.kind")
    public List<String> kind;

    @RestForm("rule.days")
    public List<String> days;

    @RestForm("rule.opens")
    public List<String> opens;

    @RestForm("rule.closes")
    public List<String> closes;

    @RestForm("rule.from")
    public List<String> from;

    @RestForm("rule.to")
    public List<String> to;

    @RestForm("rule.cause")
    public List<String> cause;

    /** The spaces that were typed; identifiers and footprints are those of what is known. */
    List<SpaceContent> read(List<SpaceContent> known, Faults faults) {
        List<SpaceContent> spaces = new ArrayList<>();
        for (int row = 0; row < count(name); row++)
            if (!Blank.is(name.get(row))) spaces.add(space(row, spaces.size(), known, faults));
        return spaces;
    }

    private SpaceContent space(int row, int place, List<SpaceContent> known, Faults faults) {
        String field = "spaces[" + place + "].";
        Integer index = whole(field + "name", at, row, faults);
        SpaceContent was = index == null || index >= known.size() ? null : known.get(index);
        String grid = get(tariff, row);
        return new SpaceContent(
                was == null ? null : was.id(),
                get(name, row),
                get(description, row),
                was == null ? null : was.footprint(),
                faults.choice(field + "domain", get(domain, row), Space.Domain.class),
                whole(field + "capacity", capacity, row, faults),
                "oui".equals(get(overnight, row)),
                whole(field + "leadTimeDays", lead, row, faults),
                whole(field + "horizonDays", horizon, row, faults),
                whole(field + "minDays", min, row, faults),
                whole(field + "maxDays", max, row, faults),
                whole(field + "bufferBeforeDays", before, row, faults),
                whole(field + "bufferAfterDays", after, row, faults),
                Blank.is(grid) ? null : faults.id("spaces", grid, "Choisissez une grille proposée."),
                rules(Integer.toString(row), field, faults));
    }

    private List<RuleContent> rules(String space, String field, Faults faults) {
        List<RuleContent> rules = new ArrayList<>();
        for (int row = 0; row < count(of); row++) {
            if (!space.equals(of.get(row)) || Blank.is(get(kind, row))) continue;
            rules.add(new RuleContent(
                    faults.choice(field + "rules", get(kind, row), RuleContent.Kind.class),
                    days(get(days, row), field, faults),
                    get(opens, row),
                    get(closes, row),
                    get(from, row),
                    get(to, row),
                    get(cause, row)));
        }
        return rules;
    }

    private static List<Integer> days(String typed, String field, Faults faults) {
        String digits = typed == null ? "" : typed.replaceAll("[^0-9]", "");
        if (digits.length() > 7) faults.add(field + "rules", "Donnez les jours de 1, lundi, à 7, dimanche.");
        return digits.length() > 7
                ? List.of()
                : Arrays.stream(digits.split(""))
                        .filter(one -> !one.isEmpty())
                        .map(Integer::valueOf)
                        .toList();
    }

    private static Integer whole(String field, List<String> typed, int row, Faults faults) {
        return faults.whole(field, get(typed, row), 0, 10_000, NUMBER);
    }

    private static String get(List<String> typed, int row) {
        return typed == null || row >= typed.size() ? null : typed.get(row);
    }

    private static int count(List<String> typed) {
        return typed == null ? 0 : typed.size();
    }
}

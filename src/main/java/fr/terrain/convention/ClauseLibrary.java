package fr.terrain.convention;

import fr.terrain.document.Problem;
import fr.terrain.document.TemplateFile;
import fr.terrain.document.Templates;
import fr.terrain.rule.Condition;
import fr.terrain.rule.ConditionError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One model of convention: its heading and its clauses in order, read and checked whole; a library with a mistake does not load. */
public final class ClauseLibrary {
    /** A reference without words of its own, "[](#SUS)". */
    static final Pattern REFERENCE = Pattern.compile("\\[[^]]*]\\(#([\\w-]+)\\)");

    private static final String FOLDER = "/conventions/";
    private static final Pattern FIGURE = Pattern.compile("!\\[[^]]*]\\(([\\w:]+)");

    private final TemplateFile heading;
    private final List<Clause> clauses;
    private final Templates templates = new Templates();

    /** The model in a folder of the class path under {@code conventions/}; throws {@link IncompleteConvention} with all mistakes at once. */
    public static ClauseLibrary load(String model) {
        return new ClauseLibrary(path -> resource(FOLDER + model + "/" + path));
    }

    /** From any source of files: "convention.md", "sommaire.txt" (one clause file a line, in order) and "clauses/...". */
    ClauseLibrary(UnaryOperator<String> source) {
        List<Problem> problems = new ArrayList<>();
        heading = TemplateFile.read("convention.md", source.apply("convention.md"));
        clauses = new ArrayList<>();
        for (String name :
                source.apply("sommaire.txt").lines().filter(l -> !l.isBlank()).toList()) {
            read(name, source.apply("clauses/" + name), problems);
        }
        problems.addAll(templates.check(heading, ConventionData.NAMES));
        clauses.forEach(c -> problems.addAll(templates.check(c.file(), ConventionData.NAMES)));
        wholeness(problems);
        if (!problems.isEmpty()) {
            throw new IncompleteConvention(problems);
        }
    }

    public String title() {
        return heading.get("titre");
    }

    /** The model and its version, "mise-a-disposition 2026-11". */
    public String version() {
        return heading.get("modele") + " " + heading.get("version");
    }

    public List<Clause> clauses() {
        return List.copyOf(clauses);
    }

    TemplateFile heading() {
        return heading;
    }

    Templates templates() {
        return templates;
    }

    private void read(String name, String content, List<Problem> problems) {
        try {
            TemplateFile file = TemplateFile.read(name, content);
            Set<String> missing = new HashSet<>(Clause.REQUIRED);
            missing.removeAll(file.front().keySet());
            missing.stream()
                    .sorted()
                    .forEach(key -> problems.add(new Problem(name, 1, "Clé absente de l’en-tête : « " + key + " »")));
            for (String key : file.front().keySet()) {
                if (!Clause.REQUIRED.contains(key) && !Clause.OPTIONAL.contains(key)) {
                    problems.add(new Problem(name, file.lineOf(key), "Clé inconnue dans l’en-tête : « " + key + " »"));
                }
            }
            if (missing.isEmpty()) {
                clause(file, problems);
            }
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(name, 1, e.getMessage()));
        }
    }

    private void clause(TemplateFile file, List<Problem> problems) {
        String key = "quand";
        try {
            Condition condition = Condition.parse(file.get("quand"));
            for (String fact : condition.names()) {
                if (!ConventionFacts.NAMES.contains(fact)) {
                    problems.add(new Problem(file.name(), file.lineOf("quand"), "Donnée inconnue : « " + fact + " »"));
                }
            }
            key = "rang";
            Clause.Rank rank =
                    file.get("rang").isEmpty() ? Clause.Rank.ARTICLE : Clause.Rank.valueOf(upper(file.get("rang")));
            key = "certitude";
            Clause.Certainty certainty = Clause.Certainty.valueOf(file.get("certitude"));
            key = "etat";
            Clause.State state = Clause.State.valueOf(upper(file.get("etat")));
            key = "ordre";
            int order = Integer.parseInt(file.get("ordre"));
            key = "valable_du";
            LocalDate from = LocalDate.parse(file.get("valable_du"));
            String article = file.get("article").isEmpty() ? file.get("code") : file.get("article");
            clauses.add(new Clause(
                    file.get("code"),
                    file.get("titre"),
                    file.get("version"),
                    order,
                    rank,
                    article,
                    condition,
                    file.get("pourquoi"),
                    file.get("fondement"),
                    certainty,
                    state,
                    file.get("validee_par"),
                    from,
                    file));
        } catch (ConditionError e) {
            problems.add(new Problem(file.name(), file.lineOf("quand"), e.getMessage()));
        } catch (IllegalArgumentException | DateTimeException e) {
            problems.add(new Problem(
                    file.name(), file.lineOf(key), "Valeur illisible : « " + key + ": " + file.get(key) + " »"));
        }
    }

    /** What only the whole shows: codes used twice, order, references to clauses or figures that no file holds, conditions without a reason. */
    private void wholeness(List<Problem> problems) {
        Map<String, Clause> codes = new HashMap<>();
        Set<String> anchors = clauses.stream().map(Clause::anchor).collect(Collectors.toSet());
        int last = -1;
        for (Clause clause : clauses) {
            TemplateFile file = clause.file();
            if (codes.put(clause.code(), clause) != null) {
                problems.add(
                        new Problem(file.name(), file.lineOf("code"), "Code déjà pris : « " + clause.code() + " »"));
            }
            if (clause.order() <= last) {
                problems.add(new Problem(
                        file.name(), file.lineOf("ordre"), "Ordre contraire au sommaire : " + clause.order()));
            }
            last = clause.order();
            if (clause.condition() != Condition.ALWAYS && clause.reason().isEmpty()) {
                problems.add(new Problem(
                        file.name(), file.lineOf("quand"), "Une condition demande une raison : « pourquoi: … »"));
            }
            known(file, REFERENCE, anchors, "Renvoi à une clause inexistante", problems);
            known(file, FIGURE, ConventionMaps.NAMES, "Figure inconnue", problems);
        }
    }

    private static void known(
            TemplateFile file, Pattern pattern, Set<String> names, String what, List<Problem> problems) {
        each(file, pattern, (name, line) -> {
            if (!names.contains(name)) {
                problems.add(new Problem(file.name(), line, what + " : « " + name + " »"));
            }
        });
    }

    /** What a pattern's first group finds in a file's body, with its line. */
    static void each(TemplateFile file, Pattern pattern, java.util.function.ObjIntConsumer<String> found) {
        String[] lines = file.body().split("\n");
        for (int i = 0; i < lines.length; i++) {
            Matcher matcher = pattern.matcher(lines[i]);
            while (matcher.find()) {
                found.accept(matcher.group(1), i + 1);
            }
        }
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static String resource(String path) {
        try (InputStream in = ClauseLibrary.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("Missing from the class path: " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package fr.terrain.document;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.Results;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateNode.Origin;
import io.quarkus.qute.WithPriority;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Qute over Markdown files: checks a file without data, fills it with data; every value comes out as a {@link Placeholder}. */
public final class Templates {
    private static final Pattern LOOP = Pattern.compile("\\{#for\\s+(\\w+)\\s+in\\s");
    private static final Set<String> LOOP_NAMES =
            Set.of("_count", "_index", "_hasNext", "_isLast", "_isFirst", "_odd", "_even");

    private final Engine engine = Engine.builder()
            .addDefaults()
            .strictRendering(false)
            .addResultMapper(new Speller())
            .build();
    private final Map<String, Template> parsed = new ConcurrentHashMap<>();

    /** Everything wrong with a file before any data is known: broken Qute, variables outside {@code known}, Markdown or characters that cannot be drawn. */
    public List<Problem> check(TemplateFile file, Set<String> known) {
        List<Problem> problems = new ArrayList<>();
        try {
            Set<String> names = new HashSet<>(known);
            LOOP.matcher(file.body()).results().forEach(m -> {
                names.add(m.group(1));
                LOOP_NAMES.forEach(suffix -> names.add(m.group(1) + suffix));
            });
            for (Expression expression : template(file).getExpressions()) {
                String name = expression.getParts().getFirst().getName();
                if (!expression.isLiteral() && !names.contains(name)) {
                    problems.add(new Problem(
                            file.name(), expression.getOrigin().getLine(), "Donnée inconnue : « " + name + " »"));
                }
            }
        } catch (TemplateException e) {
            int line = e.getOrigin() == null ? 0 : e.getOrigin().getLine();
            problems.add(new Problem(file.name(), line, "Accolades illisibles : " + e.getMessage()));
        }
        problems.addAll(MarkdownLint.check(file));
        return problems;
    }

    /** The Markdown of a checked file with its values as placeholders; {@code data} holds strings, booleans, lists and maps of these. */
    public String fill(TemplateFile file, Map<String, Object> data) {
        return template(file).data(data).render();
    }

    private Template template(TemplateFile file) {
        return parsed.computeIfAbsent(file.name(), name -> engine.parse(file.body(), null, name));
    }

    /** Spells each value, and what is missing, with the line of the expression that asked. */
    private static final class Speller implements ResultMapper {
        @Override
        public int getPriority() {
            return WithPriority.DEFAULT_PRIORITY + 1;
        }

        @Override
        public boolean appliesTo(Origin origin, Object result) {
            return true;
        }

        @Override
        public String map(Object result, Expression expression) {
            boolean unknown = result == null || Results.isNotFound(result);
            String value = unknown ? "" : result.toString();
            Placeholder.Kind kind = unknown
                    ? Placeholder.Kind.UNKNOWN
                    : value.isBlank() ? Placeholder.Kind.EMPTY : Placeholder.Kind.VALUE;
            return new Placeholder(kind, expression.getOrigin().getLine(), expression.toOriginalString(), value)
                    .spell();
        }
    }
}

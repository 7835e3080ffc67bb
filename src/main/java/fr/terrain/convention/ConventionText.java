package fr.terrain.convention;

import fr.terrain.document.Block;
import fr.terrain.document.MarkdownReader;
import fr.terrain.document.Paper;
import fr.terrain.document.Problem;
import fr.terrain.document.SituationMap;
import fr.terrain.document.Typography;
import fr.terrain.rule.ConditionError;
import fr.terrain.rule.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Assembles a convention: chooses the clauses by the facts, numbers them, fills them, and says everything that is missing before a page is drawn. */
@ApplicationScoped
public class ConventionText {
    static final String INCOMPLETE_MODEL = "Modèle incomplet, à valider par le service juridique";
    static final String ALWAYS = "Dans toutes les conventions";
    static final String DEMONSTRATION = "Données de démonstration : les propriétaires n’ont pas donné d’accord";

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String MODEL = "mise-a-disposition";

    private final ClauseLibrary library;

    public ConventionText() {
        this(ClauseLibrary.load(MODEL));
    }

    ConventionText(ClauseLibrary library) {
        this.library = library;
    }

    /** The model's version, to be frozen in the inputs. */
    public String template() {
        return library.version();
    }

    /** The clause that a file holds, if it is one of this model's. */
    Optional<Clause> findClause(String file) {
        return library.clauses().stream()
                .filter(clause -> clause.file().name().equals(file))
                .findFirst();
    }

    /** Throws {@link IncompleteConvention} with all problems at once, each by clause file and line. */
    public AssembledConvention assemble(ConventionInputs inputs) {
        List<Problem> problems = new ArrayList<>(InputsCheck.of(inputs, library.version()));
        if (!problems.isEmpty()) {
            throw new IncompleteConvention(problems);
        }
        Facts facts = ConventionFacts.of(inputs);
        List<Clause> active = active(facts, problems);
        Map<String, Numbering.Place> places = Numbering.of(active, problems);
        references(active, places, problems);
        List<AssembledConvention.Part> parts = parts(inputs, facts, active, places, problems);
        if (!problems.isEmpty()) {
            throw new IncompleteConvention(problems);
        }
        return new AssembledConvention(inputs, paper(inputs, parts), parts);
    }

    private List<Clause> active(Facts facts, List<Problem> problems) {
        List<Clause> active = new ArrayList<>();
        for (Clause clause : library.clauses()) {
            try {
                if (clause.state() != Clause.State.RETIREE && clause.condition().holds(facts)) {
                    active.add(clause);
                }
            } catch (ConditionError e) {
                problems.add(new Problem(clause.file().name(), clause.file().lineOf("quand"), e.getMessage()));
            }
        }
        return active;
    }

    private static void references(List<Clause> active, Map<String, Numbering.Place> places, List<Problem> problems) {
        for (Clause clause : active) {
            ClauseLibrary.each(clause.file(), ClauseLibrary.REFERENCE, (anchor, line) -> {
                if (!places.containsKey(anchor)) {
                    problems.add(new Problem(
                            clause.file().name(),
                            line,
                            "Renvoi à une clause absente de cette convention : « " + anchor + " »"));
                }
            });
        }
    }

    private List<AssembledConvention.Part> parts(
            ConventionInputs inputs,
            Facts facts,
            List<Clause> active,
            Map<String, Numbering.Place> places,
            List<Problem> problems) {
        Map<String, Object> data = ConventionData.of(inputs);
        Map<String, SituationMap> maps = ConventionMaps.of(inputs);
        List<AssembledConvention.Part> parts = new ArrayList<>();
        MarkdownReader heading = reader(library.heading().name(), maps, places);
        List<Block> head = heading.read(library.templates().fill(library.heading(), data));
        problems.addAll(heading.problems());
        parts.add(new AssembledConvention.Part(null, head));
        for (Clause clause : active) {
            MarkdownReader reader = reader(clause.file().name(), maps, places);
            Numbering.Place place = places.get(clause.anchor());
            List<Block> blocks = new ArrayList<>();
            if (place != null) {
                int level = clause.rank() == Clause.Rank.PARAGRAPHE ? 3 : 2;
                blocks.add(new Block.Heading(level, reader.line(place.heading() + clause.title()), clause.anchor()));
            }
            blocks.addAll(reader.read(library.templates().fill(clause.file(), data)));
            problems.addAll(reader.problems());
            parts.add(new AssembledConvention.Part(inForce(clause, place, facts), blocks));
        }
        return parts;
    }

    private static MarkdownReader reader(
            String file, Map<String, SituationMap> maps, Map<String, Numbering.Place> places) {
        Map<String, String> words = new HashMap<>();
        places.forEach((anchor, place) -> words.put(anchor, place.reference()));
        return new MarkdownReader(file, maps, anchor -> words.getOrDefault(anchor, anchor));
    }

    private static ClauseInForce inForce(Clause clause, Numbering.Place place, Facts facts) {
        List<String> reasons = clause.condition().reasons(facts);
        String why = clause.reason().isEmpty()
                ? ALWAYS
                : "Parce que : " + clause.reason() + " ("
                        + String.join(" ; ", reasons.stream().distinct().toList()) + ")";
        return new ClauseInForce(
                clause.code(),
                place == null ? "" : place.number(),
                Typography.harden(clause.title()),
                Typography.harden(why),
                clause.anchor(),
                clause.version(),
                Typography.harden(clause.basis()),
                clause.certainty(),
                clause.state());
    }

    private Paper paper(ConventionInputs inputs, List<AssembledConvention.Part> parts) {
        List<String> notices = new ArrayList<>(List.of(Typography.harden(INCOMPLETE_MODEL)));
        if (inputs.demonstration()) {
            notices.add(Typography.harden(DEMONSTRATION));
        }
        byte[] json = InputsJson.write(inputs);
        String subject = "Site « " + inputs.site().name() + " », dossier " + inputs.reference();
        return new Paper(
                library.title(),
                inputs.grantor().name(),
                Typography.harden(subject),
                Typography.harden(inputs.number() + ", version " + inputs.version()),
                library.version(),
                inputs.issuedOn().atStartOfDay(PARIS).toInstant(),
                notices,
                parts.stream().flatMap(p -> p.blocks().stream()).toList(),
                List.of(new Paper.Attachment(
                        "donnees-de-la-convention.json",
                        "application/json",
                        "Données dont la convention est tirée",
                        json)),
                json);
    }
}

package fr.terrain.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * When a rule applies, in French words: {@code site.domaine = public et (projet.drone = oui ou sejour.jours > 365)}. "et" binds closer than "ou"; "non" goes
 * before parentheses; "dans (a, b)" holds when the value, or one of the listed values, is among those named; "contient" asks a list.
 */
public sealed interface Condition {
    /** Holds in every case. */
    Condition ALWAYS = new All(List.of());

    /** Reads a condition; null or blank is {@link #ALWAYS}. Throws {@link ConditionError} with the position of what is wrong. */
    static Condition parse(String text) {
        return text == null || text.isBlank() ? ALWAYS : new ConditionParser(text).parse();
    }

    /** Throws {@link ConditionError} where a fact is unknown or of another kind than the condition takes it for. */
    boolean holds(Facts facts);

    /** Names of the facts that the condition asks. */
    Set<String> names();

    /** The comparisons that made it hold, each with the fact as it is ("site.domaine = public"); empty where it does not hold. */
    List<String> reasons(Facts facts);

    /** Every part holds. */
    record All(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Facts facts) {
            boolean all = true;
            for (Condition part : parts) {
                all &= part.holds(facts);
            }
            return all;
        }

        @Override
        public Set<String> names() {
            return join(parts);
        }

        @Override
        public List<String> reasons(Facts facts) {
            return holds(facts)
                    ? parts.stream().flatMap(p -> p.reasons(facts).stream()).toList()
                    : List.of();
        }
    }

    /** At least one part holds; every part is judged, so that a mistake in the second is not hidden by the first. */
    record Any(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Facts facts) {
            boolean any = false;
            for (Condition part : parts) {
                any |= part.holds(facts);
            }
            return any;
        }

        @Override
        public Set<String> names() {
            return join(parts);
        }

        @Override
        public List<String> reasons(Facts facts) {
            return parts.stream().flatMap(p -> p.reasons(facts).stream()).toList();
        }
    }

    /** The part does not hold. */
    record Not(Condition part) implements Condition {
        @Override
        public boolean holds(Facts facts) {
            return !part.holds(facts);
        }

        @Override
        public Set<String> names() {
            return part.names();
        }

        @Override
        public List<String> reasons(Facts facts) {
            if (!holds(facts)) {
                return List.of();
            }
            return names().stream()
                    .map(n -> n + " = " + Facts.words(facts.get(n)))
                    .toList();
        }
    }

    /** One fact against one or several values; the position is that of the name, from 1. */
    record Comparison(String name, Operator operator, List<Object> values, int position) implements Condition {
        @Override
        public boolean holds(Facts facts) {
            if (!facts.knows(name)) {
                throw new ConditionError("Donnée inconnue : « " + name + " »", position);
            }
            Object fact = facts.get(name);
            if (fact instanceof List<?> list) {
                return holdsForList(list);
            }
            return switch (operator) {
                case EQUAL, IN -> values.stream().anyMatch(v -> compare(fact, v) == 0);
                case DIFFERENT -> compare(fact, values.getFirst()) != 0;
                case CONTAINS ->
                    throw new ConditionError(
                            "« contient » demande une liste, « " + name + " » n’en est pas une", position);
                case LESS -> ordered(fact) < 0;
                case AT_MOST -> ordered(fact) <= 0;
                case MORE -> ordered(fact) > 0;
                case AT_LEAST -> ordered(fact) >= 0;
            };
        }

        private boolean holdsForList(List<?> list) {
            if (operator != Operator.IN && operator != Operator.CONTAINS) {
                throw new ConditionError(
                        "« " + name + " » est une liste : écrivez « contient » ou « dans (…) »", position);
            }
            boolean found = false;
            for (Object element : list) {
                for (Object value : values) {
                    found |= compare(element, value) == 0;
                }
            }
            return found;
        }

        private int ordered(Object fact) {
            if (fact instanceof String) {
                throw new ConditionError(
                        "« " + name + " » est un mot : « " + operator.sign() + " » compare des nombres ou des dates",
                        position);
            }
            return compare(fact, values.getFirst());
        }

        private int compare(Object fact, Object value) {
            return switch (fact) {
                case BigDecimal number when value instanceof BigDecimal other -> number.compareTo(other);
                case LocalDate date when value instanceof LocalDate other -> date.compareTo(other);
                case String word when value instanceof String other -> word.equals(other) ? 0 : 1;
                case String word -> word.equals(Facts.words(value)) ? 0 : 1;
                default ->
                    throw new ConditionError(
                            "« " + name + " » vaut " + Facts.words(fact) + " et ne se compare pas à « "
                                    + Facts.words(value) + " »",
                            position);
            };
        }

        @Override
        public Set<String> names() {
            return Set.of(name);
        }

        @Override
        public List<String> reasons(Facts facts) {
            return holds(facts) ? List.of(name + " = " + Facts.words(facts.get(name))) : List.of();
        }
    }

    private static Set<String> join(List<Condition> parts) {
        Set<String> names = new LinkedHashSet<>();
        parts.forEach(p -> names.addAll(p.names()));
        return names;
    }
}

package fr.terrain.portal;

import java.util.List;

/**
 * What kind of site is looked for, as codes; an empty list asks for nothing.
 *
 * @param categories one is enough
 * @param themes one is enough
 * @param equipment all are needed
 * @param constraints one is enough
 * @param without none may be there
 */
public record Kinds(
        List<String> categories,
        List<String> themes,
        List<String> equipment,
        List<String> constraints,
        List<String> without) {
    public static final Kinds ALL = of(List.of());

    public static Kinds of(List<String> categories) {
        return new Kinds(categories, List.of(), List.of(), List.of(), List.of());
    }

    Kinds withoutCategories() {
        return new Kinds(List.of(), themes, equipment, constraints, without);
    }

    Kinds withoutThemes() {
        return new Kinds(categories, List.of(), equipment, constraints, without);
    }

    Kinds withoutConstraints() {
        return new Kinds(categories, themes, equipment, List.of(), List.of());
    }
}

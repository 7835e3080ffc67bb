package fr.terrain.organisation;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a member may do in an organisation today.
 *
 * @param own by itself
 * @param borrowed the rights of each absent member for whom it stands in, under that member's name
 */
public record Authority(Set<Capability> own, Map<String, Set<Capability>> borrowed) {

    public Set<Capability> all() {
        Set<Capability> all = EnumSet.noneOf(Capability.class);
        all.addAll(own);
        borrowed.values().forEach(all::addAll);
        return all;
    }

    /** Whose rights are used when these are needed: the names of the absent, or nothing when its own are enough. */
    public Optional<String> onBehalfOf(Collection<Capability> needed) {
        Set<Capability> lacking = EnumSet.noneOf(Capability.class);
        lacking.addAll(needed);
        lacking.removeAll(own);
        String names = borrowed.entrySet().stream()
                .filter(one -> one.getValue().stream().anyMatch(lacking::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    /** One row of what the database knows of it: whose rights, null when its own. */
    record Row(Set<Capability> capabilities, String of) {}

    static Optional<Authority> of(Collection<Row> rows) {
        if (rows.isEmpty()) return Optional.empty();
        Set<Capability> own = EnumSet.noneOf(Capability.class);
        Map<String, Set<Capability>> borrowed = new LinkedHashMap<>();
        for (Row row : rows) {
            if (row.of() == null) own.addAll(row.capabilities());
            else
                borrowed.computeIfAbsent(row.of(), k -> EnumSet.noneOf(Capability.class))
                        .addAll(row.capabilities());
        }
        return Optional.of(new Authority(own, borrowed));
    }
}

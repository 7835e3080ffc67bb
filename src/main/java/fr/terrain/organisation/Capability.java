package fr.terrain.organisation;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a member may do in the name of an organisation. */
public enum Capability {
    INSTRUCT,
    DECIDE,
    LEGAL,
    SIGN,
    /** Agrees before an approval, where the organisation wants a hierarchical visa. */
    VISA,
    KEEP_SITES,
    MANAGE_MEMBERS;

    /** The word in member.capabilities. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Capability of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The capabilities of these codes, separated by commas. */
    static Set<Capability> setOf(String codes) {
        Set<Capability> set = EnumSet.noneOf(Capability.class);
        if (codes != null && !codes.isEmpty()) for (String code : codes.split(",")) set.add(of(code));
        return set;
    }

    /** As PostgreSQL writes an array of their codes, in the order of this list. */
    static String array(Collection<Capability> capabilities) {
        return capabilities.stream()
                .distinct()
                .sorted()
                .map(Capability::code)
                .collect(Collectors.joining(",", "{", "}"));
    }
}

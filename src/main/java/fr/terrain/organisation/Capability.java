package fr.terrain.organisation;

import java.util.Locale;

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
}

package fr.terrain.notification;

import java.util.Optional;
import java.util.regex.Pattern;

/** The address of a mailbox as the net writes it: plain, without comment or quoting, so that it can carry nothing else. */
final class Mailbox {
    private static final int LONGEST = 254;
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?";
    /** Read the same by Java and by PostgreSQL. */
    static final String FORM = "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@" + LABEL + "(?:\\." + LABEL + ")+";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    private Mailbox() {}

    /** The address, if it is one that a message can be sent to. */
    static Optional<String> of(String given) {
        if (given == null) return Optional.empty();
        String address = given.strip();
        return address.length() <= LONGEST && PATTERN.matcher(address).matches()
                ? Optional.of(address)
                : Optional.empty();
    }
}

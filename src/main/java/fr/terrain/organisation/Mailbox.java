package fr.terrain.organisation;

import fr.terrain.http.Faults;

/** An address that mail can be sent to: one name, one domain, no blanks. */
public final class Mailbox {
    private static final int LONGEST = 254;
    private static final String FORM =
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\\.)+[A-Za-z]{2,24}";

    private Mailbox() {}

    /** The address, empty when nothing is typed; a fault when no mail could reach it. */
    public static String read(String field, String typed, Faults faults) {
        String address = faults.text(field, typed, LONGEST);
        if (!address.isEmpty() && !address.matches(FORM))
            faults.add(field, "Vérifiez l’adresse électronique : un nom, @, un domaine, comme nom@example.org.");
        return address;
    }
}

package fr.terrain.booking;

import fr.terrain.account.Account;

/** Who does a verb: a person, or nobody when a date is reached. */
public record Doer(Account account) {
    /** The clock: what happens by itself on a date. */
    public static final Doer CLOCK = new Doer(null);

    boolean isClock() {
        return account == null;
    }

    Long accountId() {
        return account == null ? null : account.id;
    }
}

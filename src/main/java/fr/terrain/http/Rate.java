package fr.terrain.http;

import java.util.Locale;

/** How many requests a minute somebody may make, by what they do; people reach none of it. */
enum Rate {
    /** An address that says nobody reads. */
    READ(1800),
    /** The same sends something. */
    WRITE(120),
    /** A signed-in account reads, from wherever. */
    ACCOUNT_READ(3000),
    /** A signed-in account sends something. */
    ACCOUNT_WRITE(600),
    /** An address begins to sign in. */
    SIGN_IN(120),
    /** An address tries what it would have to know: a token that is none, a secret link to nothing. */
    GUESS(60);

    final int perMinute;

    Rate(int perMinute) {
        this.perMinute = perMinute;
    }

    /** As the RateLimit headers name it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

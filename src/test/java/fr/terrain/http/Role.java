package fr.terrain.http;

import fr.terrain.Fixtures.User;

/** Who calls a route, in the order of the columns of roles.csv: a user of the realm, and what the granting organisation of the world lets them do. */
enum Role {
    ANONYMOUS(null),
    /** Signed in, with nothing to do with any of it. */
    STRANGER(User.PORTEUSE),
    /** Member of the organisation that asks. */
    OCCUPANT(User.PORTEUR),
    OFFICER(User.SIGNATAIRE, "instruct"),
    DECIDER(User.SIGNATAIRE, "instruct", "decide"),
    VISA(User.SIGNATAIRE, "visa"),
    LEGAL(User.SIGNATAIRE, "legal"),
    SIGNATORY(User.SIGNATAIRE, "sign"),
    MANAGER(User.SIGNATAIRE, "manage_members"),
    /** Member without a right, who stood in for the keeper until yesterday. */
    LAPSED(User.SIGNATAIRE),
    /** Keeps sites for the operator, and is no member of the granting organisation. */
    STAFF(User.INSTRUCTEUR),
    /** Does everything in another organisation that grants sites. */
    PARTNER(User.PARTENAIRE),
    /** Administers the platform, and is no member of anything. */
    ADMIN(User.ADMIN);

    final User user;
    final String[] capabilities;

    Role(User user, String... capabilities) {
        this.user = user;
        this.capabilities = capabilities;
    }

    /** Whether they are a member of the granting organisation. */
    boolean isOfGrantor() {
        return user == User.SIGNATAIRE;
    }

    String login() {
        return user.name().toLowerCase(java.util.Locale.ROOT);
    }
}

package fr.terrain.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where mail goes out, as the environment says. */
@ConfigMapping(prefix = "terrain.mail")
interface MailSettings {
    /** How the connection is protected. */
    enum Security {
        STARTTLS,
        TLS,
        NONE
    }

    /** Empty when there is no mail server: deliveries wait. */
    Optional<String> host();

    int port();

    Security security();

    Optional<String> user();

    Optional<String> password();

    Optional<String> from();

    /** How often the outbox is looked at. */
    String every();

    /** How often what was sent long ago is looked for. */
    String forgetEvery();

    /** How long the server may take for one answer, in milliseconds. */
    @WithDefault("20000")
    int patience();
}

package fr.terrain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The only clock of the house: the time of Europe/Paris, injected so that tests can set it. */
public class ParisClock {
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** A local time as real time: of an hour that comes twice, the second; in one that is skipped, an hour later. PostgreSQL reads it so too. */
    public static ZonedDateTime at(LocalDateTime local) {
        return local.atZone(PARIS).withLaterOffsetAtOverlap();
    }

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.system(PARIS);
    }
}

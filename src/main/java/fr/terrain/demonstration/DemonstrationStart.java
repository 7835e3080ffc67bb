package fr.terrain.demonstration;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Fills an empty demonstration when the application starts, and refuses to start where real data may live. */
@ApplicationScoped
class DemonstrationStart {

    private static final Logger LOG = Logger.getLogger(DemonstrationStart.class);
    private static final Set<String> ALLOWED = Set.of("demo", "dev", "test");

    private final boolean wanted;
    private final DemonstrationRepository repository;

    DemonstrationStart(
            @ConfigProperty(name = "terrain.demonstration") boolean wanted, DemonstrationRepository repository) {
        this.wanted = wanted;
        this.repository = repository;
    }

    /** Before anything that may look for a site. */
    void start(@Observes @Priority(1) StartupEvent event) {
        refuseMixing(wanted, ConfigUtils.getProfiles(), repository.installation());
        if (wanted) {
            LOG.infof("demonstration data: %d new sites", repository.load());
        }
    }

    /**
     * Demonstration data are for the profiles demo, dev and test, on a database marked so; and such a database is for no
     * other profile.
     *
     * @throws IllegalStateException that says what to change
     */
    static void refuseMixing(boolean wanted, List<String> profiles, String installation) {
        boolean allowed = !profiles.isEmpty() && ALLOWED.containsAll(profiles);
        if (wanted && !allowed) {
            throw new IllegalStateException(
                    "terrain.demonstration=true is refused with profile " + profiles
                            + ": demonstration data never enter production. Set terrain.demonstration=false, or start with the profile demo.");
        }
        if (wanted && !installation.equals("DEMONSTRATION")) {
            throw new IllegalStateException("terrain.demonstration=true is refused on this database, which is marked "
                    + installation + ": set terrain.demonstration=false, or name another database.");
        }
        if (!allowed && !installation.equals("PRODUCTION")) {
            throw new IllegalStateException("the profile " + profiles + " is refused on this database, which is marked "
                    + installation + ": name another database, or start with the profile demo.");
        }
    }
}

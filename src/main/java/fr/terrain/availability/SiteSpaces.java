package fr.terrain.availability;

import fr.terrain.site.SpaceChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Hears of the spaces that a new version of a site adds, resizes or drops, and says no when somebody was promised what would go away. */
@ApplicationScoped
public class SiteSpaces {
    @Inject
    SpaceChanges changes;

    void heed(@Observes SpaceChange change) {
        try {
            switch (change.fate()) {
                case ADDED -> changes.join(change.spaceId());
                case RESIZED -> changes.resize(change.spaceId(), change.capacity());
                case LEAVING -> changes.leave(change.spaceId());
            }
        } catch (AvailabilityRefusal no) {
            throw no.about(change.name());
        }
    }
}

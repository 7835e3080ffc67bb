package fr.terrain.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;

/** Who writes the letters of which source. */
@ApplicationScoped
public class Sources {
    @Inject
    @Any
    Instance<EventLetters> all;

    /**
     * Who writes about the events of this source.
     *
     * @throws IllegalStateException when nobody does: the event is set aside and seen
     */
    EventLetters get(String source) {
        return find(source)
                .orElseThrow(() -> new IllegalStateException("nobody writes letters about events of " + source));
    }

    Optional<EventLetters> find(String source) {
        return all.stream().filter(one -> one.source().equals(source)).findFirst();
    }
}

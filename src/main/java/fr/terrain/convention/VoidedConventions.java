package fr.terrain.convention;

import fr.terrain.booking.BookingMoved;
import fr.terrain.booking.Verb;
import fr.terrain.document.Document;
import fr.terrain.document.DocumentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;

/** When what a convention waits for signatures for is over, or it is to be written again, it no longer stands; it is kept with what was signed of it. */
@ApplicationScoped
public class VoidedConventions {
    private static final Set<Verb> VOIDING =
            EnumSet.of(Verb.WITHDRAW, Verb.RECALL, Verb.DECLINE_TO_SIGN, Verb.RESCIND, Verb.EXPIRE);

    @Inject
    DocumentRepository documents;

    void annul(@Observes BookingMoved moved) {
        if (!VOIDING.contains(moved.verb())) return;
        documents
                .findAlive(moved.booking().id, Document.Kind.CONVENTION)
                .filter(convention -> convention.state() == Document.State.ISSUED)
                .ifPresent(Document::annul);
    }
}

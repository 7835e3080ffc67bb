package fr.terrain.convention;

import fr.terrain.booking.BookingMoved;
import fr.terrain.booking.Verb;
import fr.terrain.document.Document;
import fr.terrain.document.DocumentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** When a request is withdrawn while its convention waits for signatures, that convention no longer stands; it is kept. */
@ApplicationScoped
public class WithdrawnConventions {
    @Inject
    DocumentRepository documents;

    void annul(@Observes BookingMoved moved) {
        if (moved.verb() != Verb.WITHDRAW) return;
        documents.findAlive(moved.booking().id, Document.Kind.CONVENTION).ifPresent(Document::annul);
    }
}

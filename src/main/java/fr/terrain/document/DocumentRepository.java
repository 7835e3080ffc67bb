package fr.terrain.document;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** All SQL on documents: files them under numbers without a gap, finds them again. */
@ApplicationScoped
public class DocumentRepository implements PanacheRepository<Document> {
    private static final String NEXT = """
            insert into document_counter as c (kind, year, last) values (:kind, :year, 1)
            on conflict (kind, year) do update set last = c.last + 1 returning last
            """;
    private static final String LAST_VERSION = """
            select coalesce(max(version), 0) from document where booking_id = :booking and kind = :kind
            """;

    /** The next number of the year: CONV-2027-0001. Its row stays locked until the transaction ends, so that a rollback leaves no gap. */
    public String nextNumber(Document.Kind kind, String prefix, int year) {
        long next = ((Number) getEntityManager()
                        .createNativeQuery(NEXT)
                        .setParameter("kind", kind.name())
                        .setParameter("year", year)
                        .getSingleResult())
                .longValue();
        return "%s-%d-%04d".formatted(prefix, year, next);
    }

    /** The version that a new document of this kind would have. */
    public int nextVersion(long bookingId, Document.Kind kind) {
        return ((Number) getEntityManager()
                                .createNativeQuery(LAST_VERSION)
                                .setParameter("booking", bookingId)
                                .setParameter("kind", kind.name())
                                .getSingleResult())
                        .intValue()
                + 1;
    }

    /** Files a document for good, under its number and version. */
    public Document file(Document document, String number, int version, String inputs, byte[] bytes) {
        document.number = number;
        document.version = version;
        document.inputs = inputs;
        document.bytes = bytes;
        document.sha256 = Document.sha256(bytes);
        persistAndFlush(document);
        return document;
    }

    public Optional<Document> findByNumber(String number) {
        return find("number", number).firstResultOptional();
    }

    /** The document of a kind that stands for a booking, if any. */
    public Optional<Document> findAlive(long bookingId, Document.Kind kind) {
        return find("bookingId = ?1 and kind = ?2 and state <> ?3", bookingId, kind, Document.State.VOID)
                .firstResultOptional();
    }

    /** All documents of a booking, oldest first. */
    public List<Document> listOf(long bookingId) {
        return list("bookingId = ?1 order by id", bookingId);
    }
}

package fr.terrain.convention;

import fr.terrain.account.Account;
import fr.terrain.booking.Party;
import fr.terrain.document.Document;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** All SQL on signatures. */
@ApplicationScoped
public class SignatureRepository {
    private static final String ADD = """
            insert into signature (document_id, document_sha256, party_id, account_id, signatory_name, signatory_quality, statement, signed_at)
            values (:document, :hash, :party, :account, :name, :quality, :statement, :at)
            """;
    private static final String LIST = """
            select g.party_id, o.name, g.signatory_name, g.signatory_quality, a.name, g.statement, g.signed_at
              from signature g join party p on p.id = g.party_id join organisation o on o.id = p.organisation_id join account a on a.id = g.account_id
             where g.document_id = :document order by g.signed_at, g.id
            """;

    @Inject
    EntityManager entityManager;

    void add(Document document, Party party, Account account, String statement, Instant now) {
        entityManager
                .createNativeQuery(ADD)
                .setParameter("document", document.id)
                .setParameter("hash", HexFormat.of().parseHex(document.hash()))
                .setParameter("party", party.id)
                .setParameter("account", account.id)
                .setParameter("name", party.signatoryName)
                .setParameter("quality", party.signatoryQuality)
                .setParameter("statement", statement)
                .setParameter("at", now)
                .executeUpdate();
    }

    /** The signatures under a document, oldest first. */
    public List<Signature> listOf(Document document) {
        return entityManager
                .createNativeQuery(LIST, Tuple.class)
                .setParameter("document", document.id)
                .getResultStream()
                .map(row -> signature((Tuple) row))
                .toList();
    }

    private static Signature signature(Tuple row) {
        return new Signature(
                row.get(0, Long.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, String.class),
                row.get(5, String.class),
                row.get(6, Instant.class));
    }
}

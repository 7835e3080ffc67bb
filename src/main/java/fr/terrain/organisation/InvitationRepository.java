package fr.terrain.organisation;

import fr.terrain.http.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** All SQL on invitations. */
@ApplicationScoped
public class InvitationRepository implements PanacheRepository<Invitation> {
    private static final String OPEN = "organisationId = ?1 and acceptedAt is null and revokedAt is null";

    /** The invitation whose link bears this token; 404 when there is none. */
    Invitation getByToken(String token) {
        return find("tokenHash", InvitationLink.hash(token))
                .firstResultOptional()
                .orElseThrow(Problem::notFound);
    }

    /** The same, kept from others until the transaction ends: of two who follow a link at once, one joins. */
    Invitation takeByToken(String token) {
        return find("tokenHash", InvitationLink.hash(token))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(Problem::notFound);
    }

    /** An open invitation of this organisation; 404 when it has ended or is another's. */
    Invitation getOpen(long organisation, long id) {
        return find(OPEN + " and id = ?2", organisation, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(Problem::notFound);
    }

    /** Those that one account has sent in this organisation, kept from others until the transaction ends. */
    List<Invitation> takeOpenOf(long organisation, long inviter) {
        return find(OPEN + " and invitedBy = ?2 order by id", organisation, inviter)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Neither accepted nor revoked, expired ones among them, newest first. */
    List<Invitation> listOpen(long organisation) {
        return list(OPEN + " order by invitedAt desc, id desc", organisation);
    }

    Optional<Invitation> findOpen(long organisation, String email) {
        return find(OPEN + " and lower(email) = lower(?2)", organisation, email).firstResultOptional();
    }
}

package fr.terrain.booking;

import fr.terrain.account.Account;
import fr.terrain.http.Problem;
import fr.terrain.organisation.Organisation;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

/** All SQL on projects. */
@ApplicationScoped
public class ProjectRepository implements PanacheRepository<Project> {

    private static final String IS_SENT =
            "select exists (select from booking where project_id = :project and submitted_at is not null)";

    Project file(Project project, long organisation, Account account) {
        project.organisationId = organisation;
        project.createdBy = account.id;
        persist(project);
        return project;
    }

    /** The project, when it is one of this organisation; 404 otherwise. */
    public Project getOf(long id, Organisation organisation) {
        return find("id = ?1 and organisationId = ?2", id, organisation.id)
                .firstResultOptional()
                .orElseThrow(Problem::notFound);
    }

    /** Keeps a project as it was read until the request that tells it is sent. */
    void lockToSend(Project project) {
        getEntityManager().lock(project, LockModeType.PESSIMISTIC_READ);
    }

    /** Keeps others from writing on a project, and from sending a request that tells it, meanwhile. */
    void lockToWrite(Project project) {
        getEntityManager().lock(project, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whether some request that was sent tells this project. */
    boolean isSent(Project project) {
        return (boolean) getEntityManager()
                .createNativeQuery(IS_SENT)
                .setParameter("project", project.id)
                .getSingleResult();
    }

    public List<Project> listOf(Organisation organisation) {
        return list("organisationId = ?1 order by id desc", organisation.id);
    }
}

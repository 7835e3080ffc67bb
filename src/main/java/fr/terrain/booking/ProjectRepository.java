package fr.terrain.booking;

import fr.terrain.account.Account;
import fr.terrain.http.Problem;
import fr.terrain.organisation.Organisation;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** All SQL on projects. */
@ApplicationScoped
public class ProjectRepository implements PanacheRepository<Project> {

    Project file(Project project, Organisation organisation, Account account) {
        project.organisationId = organisation.id;
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

    public List<Project> listOf(Organisation organisation) {
        return list("organisationId = ?1 order by id desc", organisation.id);
    }
}

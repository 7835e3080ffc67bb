package fr.terrain.portal;

import jakarta.persistence.EntityManager;

/** Wrong on purpose: SQL in a resource. The architecture test must notice it. */
public class BrokenSqlResource {
    EntityManager entityManager;
}

package fr.terrain.booking;

import fr.terrain.organisation.Organisation;
import java.util.UUID;

/**
 * The first step of a request: who asks for which site, and the title of the project.
 *
 * @param key chosen by the form; the same key gives the same draft again
 * @param organisationId one of the account's organisations, or null to open the one described
 */
public record Beginning(
        UUID key,
        String site,
        Long organisationId,
        Organisation opened,
        String signatory,
        String quality,
        String title) {}

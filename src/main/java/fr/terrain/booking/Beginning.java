package fr.terrain.booking;

import fr.terrain.organisation.Mandate;
import fr.terrain.organisation.Particulars;
import java.util.UUID;

/**
 * The first step of a request: who asks for which site, and the title of the project.
 *
 * @param key chosen by the form; the same key gives the same draft again
 * @param organisationId one of the account's organisations, or null to open the one described
 * @param signatory who signs for the one that is opened
 */
public record Beginning(
        UUID key, String site, Long organisationId, Particulars opened, Mandate signatory, String title) {}

package fr.terrain.booking;

import java.util.List;
import java.util.UUID;

/**
 * A request as it is first written down.
 *
 * @param key chosen by the form or the client; the same key gives the same booking again
 * @param projectId an existing project of the organisation, or null to file the one described
 */
public record NewBooking(UUID key, String site, long organisationId, Long projectId, ProjectSheet project, Ask ask) {

    /** What a project says of itself. */
    public record ProjectSheet(
            String title, String purpose, String protocol, List<Technique> techniques, Integer trl, Integer people) {

        /** @throws fr.terrain.http.ProblemException 400 when a text holds what nobody sees */
        ProjectSheet requireVisible() {
            Printable.requireVisible("title", title);
            Printable.requireVisible("purpose", purpose);
            Printable.requireVisible("protocol", protocol);
            return this;
        }
    }
}

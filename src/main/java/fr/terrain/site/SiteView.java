package fr.terrain.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * A site as the API shows it to who keeps it: where it stands, what is being written of it, and what is missing to publish.
 *
 * @param revision DRAFT or TO_VALIDATE while something is being written; absent otherwise
 * @param reason what the staff asked for when it sent the revision back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SiteView(
        String slug,
        long organisationId,
        Site.State state,
        SiteRevision.State revision,
        Instant submittedAt,
        String reason,
        List<Missing> missing,
        SiteContent content) {
    static SiteView of(SiteLife.Opened opened) {
        SiteRevision revision = opened.revision();
        boolean open = revision != null
                && (revision.state() == SiteRevision.State.DRAFT || revision.state() == SiteRevision.State.TO_VALIDATE);
        return new SiteView(
                opened.site().slug,
                opened.site().organisationId,
                opened.site().state(),
                open ? revision.state() : null,
                open ? revision.submittedAt() : null,
                open ? revision.reason() : null,
                opened.missing(),
                opened.content());
    }
}

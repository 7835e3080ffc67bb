package fr.terrain.http;

import jakarta.ws.rs.HeaderParam;
import org.jboss.resteasy.reactive.RestPath;

/** What a verb is asked of over JSON: a thing by its identifier, in the version that its caller has read. */
public record Target(
        @RestPath long id, @HeaderParam("If-Match") String ifMatch) {

    /** The version that was read; null when any will do. */
    public Integer version() {
        return Versions.of(ifMatch);
    }

    /**
     * The version that was read, of what can only be changed by who has read it.
     *
     * @throws ProblemException 428 when it is not told
     */
    public Integer requiredVersion() {
        return Versions.required(ifMatch);
    }
}

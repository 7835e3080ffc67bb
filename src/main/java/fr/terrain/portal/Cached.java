package fr.terrain.portal;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** An answer that a reader may keep and ask about again: tagged by its content, 304 when it has not changed. */
final class Cached {
    private static final int TAG_BYTES = 12;

    private Cached() {}

    static Response.ResponseBuilder of(Request request, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        EntityTag tag = new EntityTag(digest(bytes), true);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        CacheControl revalidate = new CacheControl();
        revalidate.setNoCache(true);
        revalidate.setNoTransform(false);
        return (unchanged == null ? Response.ok(bytes) : unchanged).tag(tag).cacheControl(revalidate);
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(hash, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package fr.terrain.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.terrain.account.Caller;
import fr.terrain.http.CreationRepository.Answer;
import fr.terrain.http.CreationRepository.Mark;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Lets a creation under an Idempotency-Key be done once. Who comes while it is being done waits for its answer; what failed is
 * forgotten, so that it may be tried again.
 */
@Once
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class OnceGuard {
    static final String HEADER = "Idempotency-Key";
    private static final Duration ABANDONED = Duration.ofMinutes(2);
    private static final int PATIENCE_MS = 10_000;
    private static final int PAUSE_MS = 50;

    @Inject
    Caller caller;

    @Inject
    CreationRepository creations;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @AroundInvoke
    Object once(InvocationContext creation) throws Exception {
        String key = CurrentRequestManager.get().getHttpHeaders().getHeaderString(HEADER);
        if (key == null) return creation.proceed();
        Mark mark = new Mark(caller.account().id, keyOf(key));
        byte[] hash = hash(creation);
        Instant now = clock.instant();
        return creations.begin(mark, hash, now, now.minus(ABANDONED)) ? make(creation, mark, hash) : answer(mark, hash);
    }

    /** The key of a header.
     * @throws ProblemException 400 when it is no UUID */
    public static UUID keyOf(String header) {
        if (header.matches("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")) return UUID.fromString(header);
        throw Problem.badInput(HEADER, "Envoyez un UUID.");
    }

    /** The same, or a key that nobody else has when there is no header. */
    public static UUID keyOrNew(String header) {
        return header == null ? UUID.randomUUID() : keyOf(header);
    }

    /** The key that a page put into its form.
     * @throws ProblemException 400 when it is no UUID any more */
    public static UUID keyOfForm(String typed) {
        try {
            return UUID.fromString(typed == null ? "" : typed);
        } catch (IllegalArgumentException e) {
            throw Problem.badInput("key", "Rechargez la page et recommencez.");
        }
    }

    /** 422: the key stands for another content. */
    public static ProblemException otherContent() {
        return new ProblemException(Problem.of(
                        422,
                        "cle-deja-employee",
                        "Cette clé a déjà servi à un autre envoi",
                        "Pour un envoi dont le contenu est différent, donnez une nouvelle clé dans l’en‑tête Idempotency-Key.")
                .with("field", HEADER));
    }

    private Object make(InvocationContext creation, Mark mark, byte[] hash) throws Exception {
        boolean made = false;
        try {
            Response answer = (Response) creation.proceed();
            creations.end(mark, told(answer, hash));
            made = true;
            return answer;
        } finally {
            if (!made) creations.forget(mark);
        }
    }

    private Response answer(Mark mark, byte[] hash) throws InterruptedException {
        for (int waited = 0; waited <= PATIENCE_MS; waited += PAUSE_MS) {
            Answer first = creations.find(mark).orElseThrow(OnceGuard::underWay);
            if (!Arrays.equals(first.requestHash(), hash)) throw otherContent();
            if (first.status() != null) return again(first);
            Thread.sleep(PAUSE_MS);
        }
        throw underWay();
    }

    private static ProblemException underWay() {
        return new ProblemException(Problem.of(
                409,
                "envoi-en-cours",
                "Le même envoi est en cours",
                "Il n’a pas encore abouti, ou vient d’échouer\u00a0: renvoyez‑le tel quel dans un instant."));
    }

    private Answer told(Response answer, byte[] hash) throws JsonProcessingException {
        return new Answer(
                hash,
                answer.getStatus(),
                answer.getLocation() == null ? null : answer.getLocation().toString(),
                answer.getEntityTag() == null ? null : answer.getEntityTag().getValue(),
                answer.hasEntity() ? json.writeValueAsString(answer.getEntity()) : null);
    }

    private static Response again(Answer first) {
        Response.ResponseBuilder answer = Response.status(first.status());
        if (first.location() != null) answer.header("Location", first.location());
        if (first.etag() != null) answer.tag(first.etag());
        if (first.body() != null) answer.entity(first.body()).type(MediaType.APPLICATION_JSON);
        return answer.build();
    }

    /** Of which method, and of everything that it was given, as JSON. */
    private byte[] hash(InvocationContext creation) throws JsonProcessingException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(json.writeValueAsBytes(creation.getMethod().toString()));
            for (Object given : creation.getParameters()) digest.update(json.writeValueAsBytes(given));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

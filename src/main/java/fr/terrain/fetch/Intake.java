package fr.terrain.fetch;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.util.concurrent.CompletableFuture;

/** Takes in an answer chunk by chunk, and gives up at the first byte too many. */
class Intake {
    private final HttpClientResponse response;
    private final int most;
    private final CompletableFuture<Answer> answered;
    private final Buffer body = Buffer.buffer();

    Intake(HttpClientResponse response, int most, CompletableFuture<Answer> answered) {
        this.response = response;
        this.most = most;
        this.answered = answered;
        response.exceptionHandler(answered::completeExceptionally);
        response.handler(this::take);
        response.endHandler(end -> answered.complete(answer()));
    }

    private void take(Buffer chunk) {
        if (answered.isDone()) return;
        if (body.length() + chunk.length() > most) answered.completeExceptionally(Answer.tooLarge(most));
        else body.appendBuffer(chunk);
    }

    private Answer answer() {
        return new Answer(
                response.statusCode(),
                body.getBytes(),
                response.getHeader("Content-Type"),
                response.getHeader("Content-Encoding"),
                response.getHeader("Location"),
                response.getHeader("ETag"),
                response.getHeader("Last-Modified"));
    }
}

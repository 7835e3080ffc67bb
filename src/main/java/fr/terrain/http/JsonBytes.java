package fr.terrain.http;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Lets a body in when it is not too large, whatever it said of its length, and its bytes are UTF-8, the only coding of JSON (RFC 8259): the parser itself takes longer forms of a character. */
@Provider
public class JsonBytes implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        byte[] body = context.getInputStream().readNBytes(RequestBounds.LARGEST_BODY + 1);
        if (body.length > RequestBounds.LARGEST_BODY) throw new ProblemException(Problem.ofStatus(413));
        if (!Utf8.isText(ByteBuffer.wrap(body)))
            throw Problem.badInput("body", "Envoyez du JSON en UTF‑8 : ces octets n’en sont pas.");
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }
}

package fr.terrain.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Whether bytes are text: UTF-8 in its one right form, and no NUL, for which PostgreSQL has no room. */
public final class Utf8 {
    private Utf8() {}

    /** Whether an address is made of the signs of an address, and its percent-decoded bytes are text. */
    static boolean isAddress(String uri) {
        ByteBuffer bytes = ByteBuffer.allocate(uri.length());
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c <= ' ' || c > '~') return false;
            if (c != '%') {
                bytes.put((byte) c);
                continue;
            }
            int value = i + 2 < uri.length() ? hex(uri.charAt(i + 1)) * 16 + hex(uri.charAt(i + 2)) : -1;
            if (value <= 0) return false;
            bytes.put((byte) value);
            i += 2;
        }
        return isText(bytes.flip());
    }

    /** Whether these bytes are UTF-8: no lone surrogate, no longer form than needed. */
    public static boolean isText(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static int hex(char c) {
        int digit = Character.digit(c, 16);
        return digit < 0 ? -1000 : digit;
    }
}

package fr.terrain.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.openpdf.text.pdf.BaseFont;

/** The four faces of Source Sans 3, embedded as subsets whose six-letter prefix does not change from run to run. */
final class Fonts {
    /** Read once: faces hold no state of a document. */
    static final Fonts SHARED = new Fonts();

    private static final Set<Integer> UNSEEN = Set.of(
            (int) Character.CONTROL,
            (int) Character.FORMAT,
            (int) Character.SURROGATE,
            (int) Character.PRIVATE_USE,
            (int) Character.UNASSIGNED,
            (int) Character.NON_SPACING_MARK,
            (int) Character.ENCLOSING_MARK,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR);

    final BaseFont regular = load("SourceSans3-Regular.ttf", 1);
    final BaseFont strong = load("SourceSans3-Semibold.ttf", 2);
    final BaseFont italic = load("SourceSans3-It.ttf", 3);
    final BaseFont strongItalic = load("SourceSans3-SemiboldIt.ttf", 4);

    private Fonts() {}

    BaseFont face(boolean isStrong, boolean isItalic) {
        return isStrong ? isItalic ? strongItalic : strong : isItalic ? italic : regular;
    }

    /** Width in points. */
    static float width(BaseFont face, String text, float size) {
        return face.getWidthPoint(text, size);
    }

    /** The code points that every face cannot draw as they are (absent, invisible, or composed of several): OpenPDF would drop them silently. */
    List<Integer> missing(String text) {
        return text.codePoints()
                .filter(c -> UNSEEN.contains(Character.getType(c)) || !drawable(c))
                .distinct()
                .boxed()
                .toList();
    }

    private boolean drawable(int codePoint) {
        return regular.charExists(codePoint)
                && strong.charExists(codePoint)
                && italic.charExists(codePoint)
                && strongItalic.charExists(codePoint);
    }

    private static BaseFont load(String name, int salt) {
        try (InputStream in = Fonts.class.getResourceAsStream("/fonts/" + name)) {
            if (in == null) {
                throw new IllegalStateException("Font missing from the class path: fonts/" + name);
            }
            BaseFont face =
                    BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, in.readAllBytes(), null);
            face.setSubset(true);
            face.setIncludeCidSet(false);
            face.setSecureRandom(new FixedRandom(salt));
            return face;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Feeds only the prefix generator of a face: nothing secret comes out of it. */
    private static final class FixedRandom extends SecureRandom {
        private final int salt;

        FixedRandom(int salt) {
            this.salt = salt;
        }

        @Override
        public double nextDouble() {
            return salt / 26d + 0.001;
        }
    }
}

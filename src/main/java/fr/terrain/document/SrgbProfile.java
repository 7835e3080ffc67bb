package fr.terrain.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The sRGB colour space (IEC 61966-2-1) as an ICC version 2 matrix profile, computed here so that its bytes never depend on a machine. */
final class SrgbProfile {
    static final String NAME = "sRGB IEC61966-2.1";

    private static final int TAGS = 9, HEADER = 128, CURVE_POINTS = 1024;
    private static final double[] WHITE = {0.9642, 1.0, 0.8249};
    private static final double[] RED = {0.43607, 0.22249, 0.01392};
    private static final double[] GREEN = {0.38515, 0.71687, 0.09708};
    private static final double[] BLUE = {0.14307, 0.06061, 0.71410};

    private SrgbProfile() {}

    static byte[] bytes() {
        byte[] description = description();
        byte[] copyright = text("CC0, sans droits reserves");
        byte[] curve = curve();
        int table = HEADER + 4 + 12 * TAGS;
        int size = table + description.length + copyright.length + 4 * 20 + curve.length;
        ByteBuffer out = ByteBuffer.allocate(size);
        header(out, size);
        out.putInt(TAGS);
        int at = table;
        at = tag(out, "desc", at, description.length);
        at = tag(out, "cprt", at, copyright.length);
        for (String name : new String[] {"wtpt", "rXYZ", "gXYZ", "bXYZ"}) {
            at = tag(out, name, at, 20);
        }
        for (String name : new String[] {"rTRC", "gTRC", "bTRC"}) {
            tag(out, name, at, curve.length);
        }
        out.put(description).put(copyright);
        for (double[] xyz : new double[][] {WHITE, RED, GREEN, BLUE}) {
            signature(out, "XYZ ").putInt(0);
            xyz(out, xyz);
        }
        return out.put(curve).array();
    }

    private static void header(ByteBuffer out, int size) {
        out.putInt(size).putInt(0).putInt(0x02100000);
        signature(signature(signature(out, "mntr"), "RGB "), "XYZ ");
        for (int field : new int[] {2026, 1, 1, 0, 0, 0}) {
            out.putShort((short) field);
        }
        signature(out, "acsp").position(68);
        xyz(out, WHITE);
        out.position(HEADER);
    }

    private static int tag(ByteBuffer out, String name, int at, int length) {
        signature(out, name).putInt(at).putInt(length);
        return at + length;
    }

    private static void xyz(ByteBuffer out, double[] values) {
        for (double value : values) {
            out.putInt((int) Math.round(value * 65536));
        }
    }

    private static ByteBuffer signature(ByteBuffer out, String four) {
        return out.put(four.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] text(String value) {
        byte[] ascii = value.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out = ByteBuffer.allocate(pad(8 + ascii.length + 1));
        return signature(out, "text").putInt(0).put(ascii).array();
    }

    private static byte[] description() {
        byte[] ascii = NAME.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out = ByteBuffer.allocate(pad(12 + ascii.length + 1 + 8 + 3 + 67));
        return signature(out, "desc")
                .putInt(0)
                .putInt(ascii.length + 1)
                .put(ascii)
                .array();
    }

    private static byte[] curve() {
        ByteBuffer out = ByteBuffer.allocate(12 + 2 * CURVE_POINTS);
        signature(out, "curv").putInt(0).putInt(CURVE_POINTS);
        for (int i = 0; i < CURVE_POINTS; i++) {
            double v = i / (CURVE_POINTS - 1.0);
            double linear = v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
            out.putShort((short) Math.round(linear * 65535));
        }
        return out.array();
    }

    private static int pad(int length) {
        return (length + 3) / 4 * 4;
    }
}

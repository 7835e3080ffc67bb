package fr.terrain.document;

import java.awt.Color;

/** The colours of paper and of its maps; each text colour has a contrast of 4.5 or more on its ground. */
final class Ink {
    static final Color TEXT = new Color(0x1E2722),
            SOFT = new Color(0x46524C),
            PINE = new Color(0x0F5A4F),
            ALARM = new Color(0x9C2718),
            LINE = new Color(0xB9B2A2),
            HEAD = new Color(0xE2F0EB),
            STRIPE = new Color(0xF8F6F0),
            PAPER = Color.WHITE,
            LAND = new Color(0xF6F1E5),
            BORDER = new Color(0xA79E89),
            SITE = new Color(0xBFDDD3),
            PLACE = new Color(0x4A4A3F);

    private Ink() {}
}

package fr.terrain.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import org.junit.jupiter.api.Test;

class SrgbProfileTest {
    @Test
    void isReadAsAnRgbDisplayProfile() {
        ICC_Profile profile = ICC_Profile.getInstance(SrgbProfile.bytes());
        assertEquals(ICC_Profile.CLASS_DISPLAY, profile.getProfileClass());
        assertEquals(ColorSpace.TYPE_RGB, profile.getColorSpaceType());
        assertEquals(SrgbProfile.bytes().length, profile.getData().length);
    }

    @Test
    void givesTheColoursOfSrgb() {
        ICC_ColorSpace ours = new ICC_ColorSpace(ICC_Profile.getInstance(SrgbProfile.bytes()));
        for (float[] colour :
                new float[][] {{1, 1, 1}, {0, 0, 0}, {0.5f, 0.5f, 0.5f}, {1, 0, 0}, {0.06f, 0.35f, 0.31f}}) {
            assertArrayEquals(colour, ours.toRGB(colour), 0.01f);
        }
    }
}

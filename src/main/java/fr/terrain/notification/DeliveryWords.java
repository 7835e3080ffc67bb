package fr.terrain.notification;

import io.quarkus.qute.TemplateExtension;

/** How the pages show what has become of a message. */
@TemplateExtension
public final class DeliveryWords {
    private DeliveryWords() {}

    /** How the badge of the state is coloured; never without its word. */
    public static String tone(Delivery.State state) {
        return switch (state) {
            case WAITING -> "info";
            case SENT, GATHERED -> "ok";
            case DEAD, UNREACHABLE -> "danger";
            case ABANDONED -> "neutral";
        };
    }

    public static String icon(Delivery.State state) {
        return switch (state) {
            case WAITING -> "clock";
            case SENT, GATHERED -> "check";
            case DEAD, UNREACHABLE -> "warning";
            case ABANDONED -> "refuse";
        };
    }
}

package fr.terrain;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service, so that an address that is no URI reaches RequestBounds and is refused in words. */
@QuarkusMain
public class Terrain {
    /** The server reads this when its classes are loaded, before any configuration: left to itself it answers such an address with an empty 400. */
    private static final String LET_THROUGH = "vertx.disableURIValidation";

    public static void main(String... arguments) {
        System.setProperty(LET_THROUGH, "true");
        Quarkus.run(arguments);
    }
}

package fr.terrain;

import fr.terrain.audit.AuditCommand;
import fr.terrain.territory.CommunesCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** Starts the service, so that an address that is no URI reaches RequestBounds and is refused in words; or verifies the trail or loads outlines instead. */
@QuarkusMain
public class Terrain {
    /** The server reads this when its classes are loaded, before any configuration: left to itself it answers such an address with an empty 400. */
    private static final String LET_THROUGH = "vertx.disableURIValidation";

    public static void main(String... arguments) {
        if (AuditCommand.isAsked(List.of(arguments)))
            System.exit(AuditCommand.run(List.of(arguments), System.getenv(), System.out));
        if (CommunesCommand.isAsked(List.of(arguments)))
            System.exit(CommunesCommand.run(List.of(arguments), System.getenv(), System.out));
        System.setProperty(LET_THROUGH, "true");
        Quarkus.run(arguments);
    }
}

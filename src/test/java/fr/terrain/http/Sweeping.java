package fr.terrain.http;

import io.quarkus.arc.Arc;

/** Sweeps what creations answered, as the schedule does, for tests of other rooms. */
public final class Sweeping {
    private Sweeping() {}

    public static int now() {
        return Arc.container().instance(CreationSweep.class).get().run();
    }
}

package fr.terrain.availability;

import java.util.List;

/** What taking time comes to in SQL, for those who measure it bare. */
public final class OccupationStatements {
    /** The queue, the sweep and the taking, in this order, in one transaction; parameters spaces, now, exclusives, durings and booking. */
    public static final List<String> TAKE = List.of(
            Occupation.LOCK_SITE, Occupation.LOCK, Occupation.DROP_LAPSED, Occupation.DROP_OWN, Occupation.TAKE);

    private OccupationStatements() {}
}

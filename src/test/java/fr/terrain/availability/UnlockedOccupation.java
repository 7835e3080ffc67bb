package fr.terrain.availability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;

/** The judge with its lock taken away: what the race must notice. */
@Alternative
@ApplicationScoped
public class UnlockedOccupation extends Occupation {
    @Override
    void lock(List<Claim> claims) {}
}

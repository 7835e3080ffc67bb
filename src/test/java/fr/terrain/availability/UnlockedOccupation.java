package fr.terrain.availability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;

/** The judge with its lock taken away: what the race must notice. */
@Alternative
@ApplicationScoped
public class UnlockedOccupation extends Occupation {
    @Override
    List<Long> lock(long bookingId, List<Claim> claims) {
        return claims.stream().map(Claim::spaceId).toList();
    }
}

package fr.terrain.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.terrain.account.Account;
import fr.terrain.account.AccountRepository;
import fr.terrain.fee.Fee;
import fr.terrain.organisation.OrganisationRepository;
import fr.terrain.site.Site;
import fr.terrain.site.SiteRepository;
import fr.terrain.site.Space;
import fr.terrain.site.SpaceRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Gathers what the pages tell of one request. */
@ApplicationScoped
public class Dossiers {
    @Inject
    SiteRepository sites;

    @Inject
    SpaceRepository spaces;

    @Inject
    OrganisationRepository organisations;

    @Inject
    AccountRepository accounts;

    @Inject
    BookingRepository bookings;

    @Inject
    SilenceClock silence;

    @Inject
    BookingTrail trail;

    @Inject
    DateBook dates;

    @Inject
    @Any
    Instance<Circumstance> circumstances;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /** The request as this account reads it, in this quality. */
    public Dossier of(Booking booking, Reader reader, Account account) {
        Site site = sites.findById(booking.siteId);
        return new Dossier(
                booking,
                reader,
                site,
                sites.familyOf(site),
                spacesOf(booking),
                organisations.findById(booking.party(Party.Role.OCCUPANT).organisationId),
                organisations.findById(booking.party(Party.Role.GRANTOR).organisationId),
                booking.officerId() == null ? null : accounts.findById(booking.officerId()).name,
                fee(booking),
                dates.of(booking),
                bookings.findConvention(booking).orElse(null),
                trail.listTimeline(booking, account),
                silence.isUnderPublicLaw(booking),
                circumstances.stream()
                        .flatMap(one -> one.of(booking, reader).stream())
                        .toList(),
                LocalDate.now(clock));
    }

    private List<Space> spacesOf(Booking booking) {
        List<Long> chosen = booking.spaces().stream().map(BookedSpace::spaceId).toList();
        return spaces.listOf(booking.siteId).stream()
                .filter(space -> chosen.contains(space.id))
                .toList();
    }

    private List<Fee.Line> fee(Booking booking) {
        if (booking.feeDetail() == null) return List.of();
        try {
            return json.readValue(booking.feeDetail(), new TypeReference<List<Fee.Line>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

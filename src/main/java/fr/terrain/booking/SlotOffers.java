package fr.terrain.booking;

import fr.terrain.availability.HoldReason;
import fr.terrain.availability.Occupation;
import fr.terrain.booking.BookingRefusal.Missing;
import fr.terrain.deadline.Deadlines;
import fr.terrain.deadline.Deadlines.Kind;
import fr.terrain.site.Site;
import fr.terrain.site.SiteRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Slots that are proposed to a request: worked out by the rules of its spaces, held while the offer is open, taken over when accepted. */
@ApplicationScoped
public class SlotOffers {
    private static final int SUGGESTED = 3;
    private static final int DAYS_LOOKED_AT = 120;

    @Inject
    BookingRepository bookings;

    @Inject
    BookingDrafts drafts;

    @Inject
    WaitingRepository waiting;

    @Inject
    Transitions transitions;

    @Inject
    Quotes quotes;

    @Inject
    SiteRepository sites;

    @Inject
    Occupation occupation;

    @Inject
    Deadlines deadlines;

    /** Proposes these days to a request and keeps them for it; a former offer or option of the request makes way. */
    void make(Booking booking, OfferedDays days, Map<String, String> detail, Instant now) {
        Quote quote = quote(booking, days.firstDay(), days.lastDay());
        List<Missing> obstacles = quotes.listObstacles(quote);
        if (!obstacles.isEmpty()) throw BookingRefusal.incompleteOffer(obstacles);
        Instant until = LegalClock.endOf(days.answerBy());
        booking.move(Verb.OFFER_SLOT, now);
        waiting.offer(booking.id, quote.slots(), now, until);
        occupation.hold(booking.id, quote.claims(), until, HoldReason.OFFER);
        deadlines.done(booking.id, now, Kind.HOLD);
        deadlines.open(booking.id, Kind.OFFER, until);
        detail.put("offered", days.firstDay() + "/" + days.lastDay());
        detail.put("offerEnds", days.answerBy().toString());
    }

    /** The slots offered become those of the request, with the fee that they come to. */
    void accept(Booking booking, SlotOffer offer, Instant now) {
        Quote quote = quote(booking, offer.firstDay(), offer.lastDay());
        booking.accept(Asked.of(quote.ask()), offer.slots(), now);
        drafts.price(booking, quote);
        waiting.answer(booking.id, "ACCEPTED", now);
        deadlines.done(booking.id, now, Kind.OFFER);
    }

    void end(Booking booking, String state, Verb verb, Instant now) {
        booking.move(verb, now);
        waiting.answer(booking.id, state, now);
        occupation.releaseHolds(booking.id, HoldReason.OFFER);
        deadlines.done(booking.id, now, Kind.OFFER);
    }

    /** The open offer, which {@link WaitingGuard} has seen. */
    SlotOffer getOpen(Booking booking) {
        return waiting.findOpen(booking.id).orElseThrow(BookingRefusal::notOffered);
    }

    /** Whether a request could have at this moment exactly what it asks for; on a site that is no longer offered, or in the past, it cannot. */
    boolean canHave(Booking booking, LocalDate today) {
        Optional<Site> site = sites.findPublishedById(booking.siteId);
        if (site.isEmpty() || !booking.firstDay().isAfter(today)) return false;
        Quote quote =
                quotes.quote(site.get(), Readiness.ask(booking, booking.firstDay(), booking.lastDay()), booking.id);
        return !quote.slots().isEmpty()
                && quote.closed().isEmpty()
                && quotes.listObstacles(quote).isEmpty()
                && occupation.listCollisions(booking.id, quote.claims()).isEmpty();
    }

    Booking bookingOf(long id) {
        return bookings.findById(id);
    }

    /** The nearest days from which the spaces of a request are free as long as it asks, after those that it asks for; three at most. */
    public List<LocalDate> suggest(Booking booking, LocalDate today, Instant now) {
        LocalDate from = booking.firstDay().isAfter(today) ? booking.firstDay() : today.plusDays(1);
        return waiting.listFree(
                booking.spaces().stream().map(BookedSpace::spaceId).toList(),
                booking.wholeSite,
                WaitingSheet.days(booking),
                from,
                from.plusDays(DAYS_LOOKED_AT),
                now,
                SUGGESTED);
    }

    private Quote quote(Booking booking, LocalDate first, LocalDate last) {
        Site site = sites.findPublishedById(booking.siteId).orElseThrow(BookingRefusal::siteGone);
        Quote quote = quotes.quote(site, Readiness.ask(booking, first, last), booking.id);
        if (quote.slots().isEmpty())
            throw BookingRefusal.incompleteOffer(
                    List.of(new Missing("firstDay", "Ces espaces n’ouvrent pas à ces dates.")));
        return quote;
    }
}

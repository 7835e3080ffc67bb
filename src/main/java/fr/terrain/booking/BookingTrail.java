package fr.terrain.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import fr.terrain.account.Account;
import fr.terrain.organisation.OrganisationRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The append-only trail of bookings: writes events, reads timelines. */
@ApplicationScoped
public class BookingTrail {
    private static final int SALT_BYTES = 16;
    private static final String LAST = """
            select seq, hash from booking_event where booking_id = :booking order by seq desc limit 1
            """;
    private static final String IS_LAST = """
            select exists (select from booking_event where booking_id = :booking and kind = :kind and account_id = :account
                            and seq = (select max(seq) from booking_event where booking_id = :booking))
            """;
    private static final String IS_LAST_OF = """
            select exists (select from booking b join booking_event e on e.booking_id = b.id
                            where b.reference = :reference and e.kind = :kind and e.account_id = :account
                              and e.seq = (select max(seq) from booking_event where booking_id = b.id))
            """;
    private static final String HAS =
            "select exists (select from booking_event where booking_id = :booking and kind = :kind)";
    private static final String APPEND = """
            with event as (
              insert into booking_event (booking_id, seq, kind, from_status, to_status, account_id, occurred_at, detail_hash, previous_hash, hash)
              values (:booking, :seq, :kind, :from, :to, :account, :at, :detailHash, :previous, :hash) returning id)
            insert into event_detail (event_id, salt, content) select id, :salt, cast(:content as jsonb) from event
            """;
    static final String TIMELINE = """
            select e.seq, e.kind, e.from_status, e.to_status, e.occurred_at, a.name, cast(d.content as text),
                   coalesce(signed.role, acted.role, forwarded.role), coalesce(signed.organisation, forwarded.organisation, acted.name)
              from booking_event e left join account a on a.id = e.account_id join event_detail d on d.event_id = e.id
              left join lateral (select d.content ->> 'role' as role, d.content ->> 'organisation' as organisation
                                  where e.kind in ('SIGN', 'CONCLUDE', 'DECLINE_TO_SIGN')) signed on true
              left join lateral (select p.role, o.name from party p join member m on m.organisation_id = p.organisation_id
                                   join organisation o on o.id = p.organisation_id
                                  where p.booking_id = e.booking_id and m.account_id = e.account_id and p.role = coalesce(
                                    case when e.kind = any (cast(:ofOccupant as text[])) then 'OCCUPANT'
                                         when e.kind = any (cast(:ofGrantor as text[])) then 'GRANTOR' end, p.role)
                                  order by o.name is distinct from signed.organisation, p.id limit 1) acted on true
              left join lateral (select 'GRANTOR' as role, d.content ->> 'fromOrganisation' as organisation
                                   from booking_event f join event_detail d on d.event_id = f.id
                                  where e.kind = any (cast(:ofGrantor as text[])) and f.booking_id = e.booking_id
                                    and f.kind = 'FORWARD' and f.seq >= e.seq order by f.seq limit 1) forwarded on true
             where e.booking_id = :booking order by e.seq
            """;
    private static final String CHAIN = """
            select e.seq, e.kind, e.from_status, e.to_status, e.account_id, e.occurred_at, e.detail_hash, e.previous_hash, e.hash,
                   d.salt, cast(d.content as text)
              from booking_event e join event_detail d on d.event_id = e.id where e.booking_id = :booking order by e.seq
            """;
    /** What is said with these is between officers. */
    private static final Set<Verb> INTERNAL = EnumSet.of(Verb.REASSIGN, Verb.GIVE_VISA);

    private static final ObjectMapper CANONICAL =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    EntityManager entityManager;

    @Inject
    OrganisationRepository organisations;

    /** A line of a timeline; detail is empty when it was forgotten. */
    @Schema(name = "TimelineLine")
    public record Line(
            int seq,
            Verb kind,
            BookingStatus from,
            BookingStatus to,
            Instant at,
            String who,
            Map<String, String> detail,
            Party.Role role,
            String organisation) {

        /** The same without the names of who acts for the granting side, nor its notes: towards the occupant its organisation speaks. */
        Line impersonal() {
            if (role == Party.Role.OCCUPANT) return this;
            return new Line(
                    seq,
                    kind,
                    from,
                    to,
                    at,
                    organisation,
                    INTERNAL.contains(kind) ? Map.of() : detail,
                    role,
                    organisation);
        }
    }

    /** Writes the next event of a booking. The unique number lets one writer through when two come at once. */
    BookingEvent append(
            Booking booking, Verb verb, BookingStatus from, Long accountId, Instant now, Map<String, String> detail) {
        String content = canonical(detail);
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        Tuple last = last(booking.id);
        BookingEvent event = new BookingEvent(
                booking.id,
                last == null ? 1 : last.get(0, Integer.class) + 1,
                verb,
                from,
                booking.status(),
                accountId,
                now.truncatedTo(ChronoUnit.MICROS),
                BookingEvent.detailHash(salt, content),
                last == null ? null : last.get(1, byte[].class));
        insert(event, salt, content);
        return event;
    }

    /** What happened, oldest first, as this reader may know it: the names of officers are for their own side. */
    public List<Line> listTimeline(Booking booking, Account reader) {
        boolean officer = organisations.isMember(booking.party(Party.Role.GRANTOR).organisationId, reader);
        List<Line> lines = listTimeline(booking.id);
        return officer ? lines : lines.stream().map(Line::impersonal).toList();
    }

    private List<Line> listTimeline(long bookingId) {
        return entityManager
                .createNativeQuery(TIMELINE, Tuple.class)
                .setParameter("booking", bookingId)
                .setParameter("ofOccupant", verbsOf(Verb.Side.OCCUPANT))
                .setParameter("ofGrantor", verbsOf(Verb.Side.GRANTOR))
                .getResultStream()
                .map(row -> line((Tuple) row))
                .toList();
    }

    /** Whether the last thing that happened is this, by this account: then sending it again is the same click. */
    boolean isLast(long bookingId, Verb verb, Account by) {
        return (boolean) entityManager
                .createNativeQuery(IS_LAST)
                .setParameter("booking", bookingId)
                .setParameter("kind", verb.name())
                .setParameter("account", by.id)
                .getSingleResult();
    }

    /** The same for who may no longer see the booking that he acted on. */
    boolean isLast(String reference, Verb verb, Account by) {
        return (boolean) entityManager
                .createNativeQuery(IS_LAST_OF)
                .setParameter("reference", reference)
                .setParameter("kind", verb.name())
                .setParameter("account", by.id)
                .getSingleResult();
    }

    /** Whether this was ever done to it. */
    boolean has(long bookingId, Verb verb) {
        return (boolean) entityManager
                .createNativeQuery(HAS)
                .setParameter("booking", bookingId)
                .setParameter("kind", verb.name())
                .getSingleResult();
    }

    /** Whether every hash of the chain is what its line and the one before give; forgotten details are taken on their hash. */
    public boolean isWhole(long bookingId) {
        ChainLine before = null;
        for (Object row : entityManager
                .createNativeQuery(CHAIN, Tuple.class)
                .setParameter("booking", bookingId)
                .getResultList()) {
            ChainLine line = chainLine((Tuple) row, bookingId);
            if (!line.follows(before) || !line.holds() || !line.detailHolds()) return false;
            before = line;
        }
        return true;
    }

    private static ChainLine chainLine(Tuple row, long bookingId) {
        return new ChainLine(
                bookingId,
                row.get(0, Integer.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, Long.class),
                row.get(5, Instant.class),
                row.get(6, byte[].class),
                row.get(7, byte[].class),
                row.get(8, byte[].class),
                row.get(9, byte[].class),
                row.get(10, String.class));
    }

    private Tuple last(long bookingId) {
        return (Tuple) entityManager
                .createNativeQuery(LAST, Tuple.class)
                .setParameter("booking", bookingId)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private void insert(BookingEvent event, byte[] salt, String content) {
        entityManager
                .createNativeQuery(APPEND)
                .setParameter("booking", event.bookingId())
                .setParameter("seq", event.seq())
                .setParameter("kind", event.kind().name())
                .setParameter("from", event.from().name())
                .setParameter("to", event.to().name())
                .setParameter("account", event.accountId())
                .setParameter("at", event.occurredAt())
                .setParameter("detailHash", event.detailHash())
                .setParameter("previous", event.previousHash())
                .setParameter("hash", event.hash())
                .setParameter("salt", salt)
                .setParameter("content", content)
                .executeUpdate();
    }

    private static Line line(Tuple row) {
        String content = row.get(6, String.class);
        Verb kind = Verb.valueOf(row.get(1, String.class));
        String role = row.get(7, String.class);
        return new Line(
                row.get(0, Integer.class),
                kind,
                BookingStatus.valueOf(row.get(2, String.class)),
                BookingStatus.valueOf(row.get(3, String.class)),
                row.get(4, Instant.class),
                row.get(5, String.class),
                content == null ? Map.of() : detail(content),
                role == null ? onlySide(kind) : Party.Role.valueOf(role),
                row.get(8, String.class));
    }

    /** Who is a member no more acted for the side whose verb it is, when only one has it. */
    private static Party.Role onlySide(Verb kind) {
        if (kind.isOf(Verb.Side.OCCUPANT)) return Party.Role.OCCUPANT;
        return kind.isOf(Verb.Side.GRANTOR) ? Party.Role.GRANTOR : null;
    }

    private static String verbsOf(Verb.Side side) {
        return Arrays.stream(Verb.values())
                .filter(verb -> verb.isOf(side))
                .map(Verb::name)
                .collect(Collectors.joining(",", "{", "}"));
    }

    static String canonical(Map<String, String> detail) {
        try {
            return CANONICAL.writeValueAsString(new TreeMap<>(detail));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> detail(String content) {
        try {
            return CANONICAL.readValue(content, new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

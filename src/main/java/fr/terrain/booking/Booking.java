package fr.terrain.booking;

import fr.terrain.availability.LocalSlot;
import fr.terrain.fee.UseClass;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.locationtech.jts.geom.MultiPolygon;

/** A project asks for a site, its spaces and slots; verbs move it along, and each leaves an event. */
@Entity
public class Booking {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String reference;

    @ManyToOne
    @JoinColumn(name = "project_id")
    public Project project;

    public Long siteId;

    @Enumerated(EnumType.STRING)
    private BookingStatus status = BookingStatus.DRAFT;

    public boolean wholeSite;
    public MultiPolygon footprint;
    Asked asked;
    public BigDecimal areaM2;
    public String needs = "";

    @Enumerated(EnumType.STRING)
    public UseClass useClass = UseClass.NO_REVENUE;

    @Embedded
    private Award award;

    BigDecimal feeAmount;

    @JdbcTypeCode(SqlTypes.JSON)
    String feeDetail;

    Long officerId;
    UUID creationKey;
    byte[] creationHash;
    public Long createdBy;
    Receipt receipt = Receipt.ONLINE;
    Instant createdAt;
    Instant submittedAt;
    Instant decidedAt;
    Instant updatedAt;

    @Version
    int version;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "booking_space", joinColumns = @JoinColumn(name = "booking_id"))
    @OrderBy("spaceId")
    List<BookedSpace> spaces = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "slot", joinColumns = @JoinColumn(name = "booking_id"))
    @OrderBy("starts, ends, spaceId")
    List<Slot> slots = new ArrayList<>();

    @OneToMany(mappedBy = "booking", cascade = CascadeType.ALL, fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @OrderBy("id")
    List<Party> parties = new ArrayList<>();

    public BookingStatus status() {
        return status;
    }

    /** The version a reader saw; goes out as ETag and comes back as If-Match. */
    public int version() {
        return version;
    }

    public List<BookedSpace> spaces() {
        return List.copyOf(spaces);
    }

    /** The stretches of use of every space, in the order of their starts. */
    public List<Slot> slots() {
        return List.copyOf(slots);
    }

    /** Each stretch of use once, with the spaces that it is of, in the order of their starts. */
    public Map<LocalSlot, List<Long>> stretches() {
        Map<LocalSlot, List<Long>> stretches = new LinkedHashMap<>();
        for (Slot slot : slots)
            stretches.computeIfAbsent(slot.local(), k -> new ArrayList<>()).add(slot.spaceId());
        return stretches;
    }

    public List<Party> parties() {
        return List.copyOf(parties);
    }

    public Party party(Party.Role role) {
        return parties.stream().filter(party -> party.role == role).findFirst().orElseThrow();
    }

    /** Whether place and dates were chosen. */
    public boolean isPlaced() {
        return !slots.isEmpty();
    }

    /** The first day of use, local date in Europe/Paris; only of a request that is placed. */
    public LocalDate firstDay() {
        return LocalSlot.first(slots.stream().map(Slot::local));
    }

    /** The last day of use, included; only of a request that is placed. */
    public LocalDate lastDay() {
        return LocalSlot.last(slots.stream().map(Slot::local));
    }

    public BigDecimal feeAmount() {
        return feeAmount;
    }

    public String feeDetail() {
        return feeDetail;
    }

    /** How its title is awarded, and why it is free when it is; open until it is agreed. */
    public Award award() {
        return award == null ? Award.OPEN : award;
    }

    public Long officerId() {
        return officerId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    /** How it came, and who wrote it down. */
    public Receipt receipt() {
        return receipt;
    }

    /** Whether this account wrote it down for somebody else and has not sent it yet. */
    boolean isDraftOf(long account) {
        return status == BookingStatus.DRAFT && receipt.isEntered() && receipt.enteredBy() == account;
    }

    /** Whether this account wrote it down for somebody else who has not seen it sent: it stays theirs to look at, given up or not. */
    boolean isWrittenBy(long account) {
        return submittedAt == null && receipt.isEntered() && receipt.enteredBy() == account;
    }

    /** When the request came, which starts what the law counts: as it was sent, or the day the letter or the call came (Europe/Paris). */
    public Instant receivedAt() {
        return receipt.at(submittedAt);
    }

    /** Replaces what the request asks for, by a verb that may: while it is a draft, or in answer to the officer. */
    void ask(Verb by, Asked days, List<BookedSpace> chosen, List<Slot> wanted) {
        require(by);
        asked = days;
        spaces.clear();
        spaces.addAll(chosen);
        slots.clear();
        slots.addAll(wanted);
    }

    /** What was offered becomes what is asked for. */
    void accept(Asked days, List<Slot> offered, Instant now) {
        move(Verb.ACCEPT_OFFER, now);
        asked = days;
        slots.clear();
        slots.addAll(offered);
    }

    void price(BigDecimal total, String detail) {
        feeAmount = total;
        feeDetail = detail;
    }

    void submit(Instant now) {
        move(Verb.SUBMIT, now);
        submittedAt = now;
    }

    void takeUp(long officer, Instant now) {
        move(Verb.TAKE_UP, now);
        officerId = officer;
    }

    void reassign(long officer, Instant now) {
        move(Verb.REASSIGN, now);
        officerId = officer;
    }

    /** Another organisation grants it from now on, and nobody of it is in charge yet. */
    void forward(long organisation, Instant now) {
        move(Verb.FORWARD, now);
        party(Party.Role.GRANTOR).organisationId = organisation;
        officerId = null;
    }

    void approve(Approval approval, Instant now) {
        move(Verb.APPROVE, now);
        award = Award.of(approval);
        decidedAt = now;
    }

    void refuse(Instant now) {
        move(Verb.REFUSE, now);
        decidedAt = now;
    }

    /** Any verb that only moves the booking on. */
    void move(Verb verb, Instant now) {
        require(verb);
        status = status.after(verb);
        updatedAt = now;
    }

    private void require(Verb verb) {
        if (!status.allows(verb)) throw BookingRefusal.notNow(verb, status);
    }
}

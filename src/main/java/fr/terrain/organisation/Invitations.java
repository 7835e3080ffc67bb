package fr.terrain.organisation;

import fr.terrain.account.Account;
import fr.terrain.account.AccountRepository;
import fr.terrain.http.Problem;
import fr.terrain.organisation.OrganisationEvent.Kind;
import fr.terrain.organisation.OrganisationEventRepository.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How somebody becomes a member: invited by mail, and joining by the link that came with it. */
@ApplicationScoped
public class Invitations {
    /** As many may wait at once in one organisation. */
    static final int MOST = 30;

    @Inject
    OrganisationRepository organisations;

    @Inject
    MemberRepository members;

    @Inject
    InvitationRepository invitations;

    @Inject
    InvitationLink link;

    @Inject
    OrganisationEventRepository events;

    @Inject
    AccountRepository accounts;

    @Inject
    Clock clock;

    /** What the page of a link tells: who invites to what; why it cannot be accepted, or null. */
    public record Welcome(
            Organisation organisation, String inviter, Invitation invitation, OrganisationRefusal obstacle) {}

    /** What the mail of an invitation says, and the path of its link. */
    public record Mail(
            String email,
            String organisation,
            String inviter,
            Set<Capability> capabilities,
            String path,
            Instant expiresAt) {}

    /** The invitations that nobody has accepted or revoked, for who manages the members: they tell addresses of people who have agreed to nothing yet. */
    @Transactional
    public List<Invitation> list(long organisation, Account reader) {
        return invitations.listOpen(organisations.getManaged(organisation, reader).id);
    }

    /**
     * A manager invites somebody.
     *
     * @throws OrganisationRefusal when that address is invited already, or too many invitations wait
     */
    @Transactional
    public Invitation invite(long organisation, String email, Set<Capability> wanted, Account by) {
        organisations.getManaged(organisation, by);
        return send(organisation, email, wanted, by);
    }

    /**
     * Invites the first member of an organisation that has none, for whom an officer acts; the caller has checked that it may.
     *
     * @throws fr.terrain.http.ProblemException 400 when nobody is there and no address is given
     */
    public void inviteFirst(long organisation, String email, Account by) {
        if (members.hasAny(organisation) || !invitations.listOpen(organisation).isEmpty()) return;
        if (email == null || email.isEmpty())
            throw Problem.badInput(
                    "contact", "Donnez l’adresse électronique à laquelle inviter l’organisation à suivre sa demande.");
        send(organisation, email, Set.of(Capability.SIGN, Capability.MANAGE_MEMBERS), by);
    }

    private Invitation send(long organisation, String email, Set<Capability> wanted, Account by) {
        members.lock(organisation);
        Instant now = clock.instant();
        Invitation invitation = invitations.findOpen(organisation, email).orElse(null);
        if (invitation != null && !invitation.isExpired(now)) throw OrganisationRefusal.alreadyInvited();
        requireRoom(organisation, now);
        if (invitation == null) invitation = new Invitation();
        invitation.organisationId = organisation;
        invitation.email = email;
        return dispatch(invitation, wanted, by, now);
    }

    private void requireRoom(long organisation, Instant now) {
        long waiting = invitations.listOpen(organisation).stream()
                .filter(one -> !one.isExpired(now))
                .count();
        if (waiting >= MOST) throw OrganisationRefusal.tooManyInvitations(MOST);
    }

    /** Sends an invitation again with a new link, for another fortnight; the link before leads nowhere. */
    @Transactional
    public Invitation renew(long organisation, long id, Account by) {
        organisations.getManaged(organisation, by);
        members.lock(organisation);
        Invitation invitation = invitations.getOpen(organisation, id);
        Instant now = clock.instant();
        if (invitation.isExpired(now)) requireRoom(organisation, now);
        return dispatch(invitation, invitation.capabilities(), by, now);
    }

    private Invitation dispatch(Invitation invitation, Set<Capability> wanted, Account by, Instant now) {
        byte[] salt = InvitationLink.newSalt();
        invitation.send(wanted, salt, InvitationLink.hash(link.token(salt)), by.id, now);
        invitations.persistAndFlush(invitation);
        events.append(invitation.organisationId, Fact.of(Kind.INVITED, invitation.id), by.id, now);
        return invitation;
    }

    @Transactional
    public void revoke(long organisation, long id, Account by) {
        organisations.getManaged(organisation, by);
        invitations.getOpen(organisation, id).revoke(by.id, clock.instant());
        events.append(organisation, Fact.of(Kind.INVITATION_REVOKED, id), by.id, clock.instant());
    }

    /**
     * What a link leads to, for anybody who has it.
     *
     * @throws fr.terrain.http.ProblemException 404 when no invitation has this token
     */
    @Transactional
    public Welcome open(String token, Optional<Account> reader) {
        Invitation invitation = invitations.getByToken(token);
        Organisation organisation = organisations.findById(invitation.organisationId);
        return new Welcome(
                organisation,
                accounts.findById(invitation.invitedBy).name,
                invitation,
                obstacle(invitation, organisation, reader));
    }

    private OrganisationRefusal obstacle(Invitation invitation, Organisation organisation, Optional<Account> reader) {
        try {
            invitation.requireOpen(clock.instant());
        } catch (OrganisationRefusal ended) {
            return ended;
        }
        return reader.filter(account -> organisations.isMember(organisation.id, account))
                .map(member -> OrganisationRefusal.alreadyMember(organisation.name))
                .orElse(null);
    }

    /**
     * Makes the account a member, once for each link.
     *
     * @throws OrganisationRefusal when the link has served, was revoked or has expired, or the account is a member already
     */
    @Transactional
    public Organisation accept(String token, Account account) {
        Invitation invitation = invitations.takeByToken(token);
        Organisation organisation = organisations.findById(invitation.organisationId);
        OrganisationRefusal obstacle = obstacle(invitation, organisation, Optional.of(account));
        if (obstacle != null) throw obstacle;
        Instant now = clock.instant();
        invitation.accept(account.id, now);
        members.add(organisation.id, account.id, invitation.capabilities(), now);
        Map<String, String> detail = Map.of("capabilities", Members.codes(invitation.capabilities()));
        events.append(organisation.id, new Fact(Kind.JOINED, account.id, invitation.id, detail), account.id, now);
        return organisation;
    }

    /** The mail that an event INVITED calls for; nothing when the invitation has ended or was forgotten meanwhile. */
    @Transactional
    public Optional<Mail> findForMail(long eventId) {
        Instant now = clock.instant();
        return events.find(eventId)
                .filter(event -> event.kind() == Kind.INVITED)
                .map(event -> invitations.findById(event.invitationId()))
                .filter(invitation -> invitation.acceptedAt == null
                        && invitation.revokedAt == null
                        && invitation.email != null
                        && !invitation.isExpired(now))
                .flatMap(invitation -> link.path(invitation).map(path -> mail(invitation, path)));
    }

    private Mail mail(Invitation invitation, String path) {
        return new Mail(
                invitation.email,
                organisations.findById(invitation.organisationId).name,
                accounts.findById(invitation.invitedBy).name,
                invitation.capabilities(),
                path,
                invitation.expiresAt());
    }
}

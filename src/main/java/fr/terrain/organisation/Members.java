package fr.terrain.organisation;

import fr.terrain.account.Account;
import fr.terrain.http.Problem;
import fr.terrain.organisation.OrganisationEvent.Kind;
import fr.terrain.organisation.OrganisationEventRepository.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who belongs to an organisation: what each may do, and who goes. The last who manages the members stays. */
@ApplicationScoped
public class Members {
    @Inject
    OrganisationRepository organisations;

    @Inject
    MemberRepository members;

    @Inject
    InvitationRepository invitations;

    @Inject
    OrganisationEventRepository events;

    @Inject
    Clock clock;

    /** The members, for one of them; 404 for anybody else. */
    @Transactional
    public List<Member> list(long organisation, Account reader) {
        return members.list(organisations.getOfMember(organisation, reader).id);
    }

    /** One member, for another; 404 when there is none. */
    @Transactional
    public Member get(long organisation, long account, Account reader) {
        return members.find(organisations.getOfMember(organisation, reader).id, account)
                .orElseThrow(Problem::notFound);
    }

    /**
     * Gives a member exactly these capabilities.
     *
     * @param version what the manager had read; null to take the present one
     * @throws OrganisationRefusal when nobody would manage the members any more
     */
    @Transactional
    public Member change(long organisation, long account, Integer version, Set<Capability> wanted, Account by) {
        organisations.getManaged(organisation, by);
        members.lock(organisation);
        Member member = members.find(organisation, account).orElseThrow(Problem::notFound);
        if (version != null && version != member.version()) throw Problem.stale();
        if (member.capabilities().equals(wanted)) return member;
        if (member.isManager() && !wanted.contains(Capability.MANAGE_MEMBERS))
            requireOtherManager(organisation, account);
        members.change(organisation, account, wanted);
        Map<String, String> detail = Map.of("before", codes(member.capabilities()), "after", codes(wanted));
        events.append(organisation, Fact.about(Kind.CAPABILITIES_CHANGED, account, detail), by.id, clock.instant());
        if (member.isManager() && !wanted.contains(Capability.MANAGE_MEMBERS))
            endInvitations(organisation, account, by);
        return members.find(organisation, account).orElseThrow();
    }

    /**
     * Takes a member out, or goes oneself, which needs no capability.
     *
     * @throws OrganisationRefusal when nobody would manage the members any more
     */
    @Transactional
    public void remove(long organisation, long account, Account by) {
        boolean leaves = account == by.id;
        if (leaves) organisations.getOfMember(organisation, by);
        else organisations.getManaged(organisation, by);
        members.lock(organisation);
        Member member = members.find(organisation, account).orElseThrow(Problem::notFound);
        if (member.isManager()) requireOtherManager(organisation, account);
        members.remove(organisation, account);
        events.append(
                organisation, Fact.about(leaves ? Kind.LEFT : Kind.REMOVED, account, Map.of()), by.id, clock.instant());
        endInvitations(organisation, account, by);
    }

    /** Who manages the members no more lets nobody in any more. */
    private void endInvitations(long organisation, long inviter, Account by) {
        for (Invitation one : invitations.takeOpenOf(organisation, inviter)) {
            one.revoke(by.id, clock.instant());
            events.append(organisation, Fact.of(Kind.INVITATION_REVOKED, one.id), by.id, clock.instant());
        }
    }

    private void requireOtherManager(long organisation, long account) {
        if (!members.hasOtherManager(organisation, account)) throw OrganisationRefusal.lastManager();
    }

    static String codes(Set<Capability> capabilities) {
        return new TreeSet<>(capabilities).stream().map(Capability::code).collect(Collectors.joining(","));
    }
}

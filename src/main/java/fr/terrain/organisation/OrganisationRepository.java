package fr.terrain.organisation;

import fr.terrain.ParisClock;
import fr.terrain.account.Account;
import fr.terrain.http.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All SQL on organisations and on what an account may do in them today. */
@ApplicationScoped
public class OrganisationRepository implements PanacheRepository<Organisation> {
    private static final String CAPABILITIES = """
            select array_to_string(c.capabilities, ','), a.name
              from capabilities_at(cast(:day as date)) c left join account a on a.id = c.on_behalf_of
             where c.organisation_id = :organisation and c.account_id = :account order by c.on_behalf_of nulls first
            """;
    private static final String IS_MEMBER = """
            select exists (select from member where organisation_id = :organisation and account_id = :account)
            """;
    private static final String OF_ACCOUNT = """
            select o.* from organisation o join member m on m.organisation_id = o.id where m.account_id = :account order by o.name, o.id
            """;
    private static final String WITH_CAPABILITY = """
            select exists (select from capabilities_at(cast(:day as date)) c
                            where c.account_id = :account and c.capabilities && cast(:capabilities as text[]))
            """;
    private static final String IS_STAFF = """
            select exists (select from organisation o join capabilities_at(cast(:day as date)) c on c.organisation_id = o.id
                            where o.operator and c.account_id = :account and 'keep_sites' = any (c.capabilities))
            """;
    private static final String IS_DEMONSTRATION = "select kind = 'DEMONSTRATION' from installation";
    private static final String BY_KEY = "createdBy = ?1 and creationKey = ?2";
    private static final String UNCHECKED = "verifiedAt is null order by refusedAt nulls first, id";
    private static final String FOUND = """
            select * from organisation o where o.siret = :number or :words <> '' and not exists (
              select from unnest(string_to_array(:words, ' ')) word where position(plain_text(word) in plain_text(o.name)) = 0)
             order by o.verified_at is null, o.name, o.id limit :limit
            """;

    @Inject
    MandateRepository mandates;

    @Inject
    Clock clock;

    /** The organisation of this identifier, when the account is a member of it; 404 otherwise. */
    public Organisation getOfMember(long id, Account account) {
        return findByIdOptional(id)
                .filter(organisation -> isMember(id, account))
                .orElseThrow(Problem::notFound);
    }

    /** The same for who manages its members: 404 for a stranger, 403 for another member. */
    Organisation getManaged(long id, Account account) {
        Organisation organisation = getOfMember(id, account);
        if (!capabilities(id, account).contains(Capability.MANAGE_MEMBERS))
            throw Problem.forbidden("Seule une personne qui gère les membres de cette organisation peut le faire.");
        return organisation;
    }

    /** Any organisation, for who checks identities: 404 for a stranger, 403 for a member of it. */
    Organisation getForStaff(long id, Account account) {
        if (isStaff(account)) return findByIdOptional(id).orElseThrow(Problem::notFound);
        getOfMember(id, account);
        throw Problem.forbidden("La vérification des organisations revient aux agents de la Métropole.");
    }

    /** Whether the account is a member of the operator who keeps sites. */
    public boolean isStaff(Account account) {
        return is(today(IS_STAFF, Boolean.class).setParameter("account", account.id));
    }

    @SuppressWarnings("unchecked")
    public List<Organisation> listOf(Account account) {
        return getEntityManager()
                .createNativeQuery(OF_ACCOUNT, Organisation.class)
                .setParameter("account", account.id)
                .getResultList();
    }

    public boolean isMember(long organisation, Account account) {
        return is(getEntityManager()
                .createNativeQuery(IS_MEMBER)
                .setParameter("organisation", organisation)
                .setParameter("account", account.id));
    }

    /** What the account may do today in the name of the organisation, by itself or for whom it stands in; empty for who is not a member. */
    public Set<Capability> capabilities(long organisation, Account account) {
        return findAuthority(organisation, account).map(Authority::all).orElse(Set.of());
    }

    /** For whom the account stands in today when it needs these capabilities and does not have them all by itself: names, or nothing. */
    public Optional<String> onBehalfOf(long organisation, Account account, Collection<Capability> needed) {
        return findAuthority(organisation, account).flatMap(authority -> authority.onBehalfOf(needed));
    }

    /** The same, told apart; nothing for who is not a member. */
    @SuppressWarnings("unchecked")
    public Optional<Authority> findAuthority(long organisation, Account account) {
        List<Authority.Row> rows = today(CAPABILITIES, Tuple.class)
                .setParameter("organisation", organisation)
                .setParameter("account", account.id)
                .getResultStream()
                .map(row -> new Authority.Row(
                        Capability.setOf(((Tuple) row).get(0, String.class)), ((Tuple) row).get(1, String.class)))
                .toList();
        return Authority.of(rows);
    }

    /** Whether the account has one of these capabilities anywhere: decides which entries its menu shows. */
    public boolean hasAnywhere(Account account, Capability... any) {
        return is(today(WITH_CAPABILITY, Boolean.class)
                .setParameter("account", account.id)
                .setParameter("capabilities", Capability.array(List.of(any))));
    }

    /** Who signs for the organisation on that day (Europe/Paris). */
    public Optional<Representative> findRepresentative(long organisation, LocalDate day) {
        return mandates.findRepresentative(organisation, day);
    }

    /** Whether a verified organisation bears this SIRET: then a newcomer joins it rather than opening it again. */
    public boolean isTaken(String siret) {
        return siret != null && count("siret = ?1 and verifiedAt is not null", siret) > 0;
    }

    /** The other verified organisation that bears one of its numbers. */
    Optional<Organisation> findHolder(Organisation organisation) {
        return find(
                        "verifiedAt is not null and id <> ?1 and (siret = ?2 or rna = ?3 or foreignNumber = ?4)",
                        organisation.id,
                        organisation.siret,
                        organisation.rna,
                        organisation.foreignNumber)
                .firstResultOptional();
    }

    Optional<Organisation> findByCreationKey(UUID key, Account account) {
        return key == null ? Optional.empty() : find(BY_KEY, account.id, key).firstResultOptional();
    }

    /** Those whose identity is to be checked, the oldest first, then those that were refused. */
    List<Organisation> listUnchecked(int limit, int offset) {
        return find(UNCHECKED).range(offset, offset + limit - 1).list();
    }

    int countUnchecked() {
        return Math.toIntExact(count("verifiedAt is null"));
    }

    /** The organisations that bear this SIRET, or all these words in their name; verified ones first. */
    @SuppressWarnings("unchecked")
    public List<Organisation> search(String typed, int limit) {
        return getEntityManager()
                .createNativeQuery(FOUND, Organisation.class)
                .setParameter("number", Siret.compact(typed))
                .setParameter("words", typed.strip().replaceAll("\\s+", " "))
                .setParameter("limit", limit)
                .getResultList();
    }

    /** Files a new organisation without members, in a database of demonstration when that is what it is. */
    Organisation file(Organisation organisation) {
        organisation.demonstration = is(getEntityManager().createNativeQuery(IS_DEMONSTRATION));
        persistAndFlush(organisation);
        return organisation;
    }

    private Query today(String sql, Class<?> result) {
        return getEntityManager()
                .createNativeQuery(sql, result)
                .setParameter("day", LocalDate.now(clock.withZone(ParisClock.PARIS)));
    }

    private static boolean is(Query query) {
        return (boolean) query.getSingleResult();
    }
}

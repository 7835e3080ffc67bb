package fr.terrain.organisation;

import fr.terrain.account.Account;
import fr.terrain.http.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All SQL on organisations, their members and their representatives. */
@ApplicationScoped
public class OrganisationRepository implements PanacheRepository<Organisation> {
    private static final String CAPABILITIES = """
            select unnest(capabilities) from member where organisation_id = :organisation and account_id = :account
            """;
    private static final String IS_MEMBER = """
            select exists (select from member where organisation_id = :organisation and account_id = :account)
            """;
    private static final String OF_ACCOUNT = """
            select o.* from organisation o join member m on m.organisation_id = o.id where m.account_id = :account order by o.name, o.id
            """;
    private static final String WITH_CAPABILITY = """
            select exists (select from member where account_id = :account and capabilities && cast(:capabilities as text[]))
            """;
    private static final String ADD_MEMBER = """
            insert into member (organisation_id, account_id, capabilities) values (:organisation, :account, cast(:capabilities as text[]))
            """;
    private static final String IS_DEMONSTRATION = "select kind = 'DEMONSTRATION' from installation";
    private static final String REPRESENTATIVE = """
            select organisation_id, account_id, name, quality, delegation_act from representative
             where organisation_id = :organisation and (valid_from is null or valid_from <= :day) and (valid_until is null or valid_until >= :day)
             order by id limit 1
            """;
    private static final String ADD_REPRESENTATIVE = """
            insert into representative (organisation_id, account_id, name, quality) values (:organisation, :account, :name, :quality)
            """;

    /** The organisation of this identifier, when the account is a member of it; 404 otherwise. */
    public Organisation getOfMember(long id, Account account) {
        return findByIdOptional(id)
                .filter(organisation -> isMember(id, account))
                .orElseThrow(Problem::notFound);
    }

    @SuppressWarnings("unchecked")
    public List<Organisation> listOf(Account account) {
        return getEntityManager()
                .createNativeQuery(OF_ACCOUNT, Organisation.class)
                .setParameter("account", account.id)
                .getResultList();
    }

    public boolean isMember(long organisation, Account account) {
        return (boolean) getEntityManager()
                .createNativeQuery(IS_MEMBER, Boolean.class)
                .setParameter("organisation", organisation)
                .setParameter("account", account.id)
                .getSingleResult();
    }

    /** What the account may do in the name of the organisation; empty for who is not a member. */
    @SuppressWarnings("unchecked")
    public Set<Capability> capabilities(long organisation, Account account) {
        List<String> codes = getEntityManager()
                .createNativeQuery(CAPABILITIES, String.class)
                .setParameter("organisation", organisation)
                .setParameter("account", account.id)
                .getResultList();
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        codes.forEach(code -> capabilities.add(Capability.of(code)));
        return capabilities;
    }

    /** Whether the account has one of these capabilities anywhere: decides which entries its menu shows. */
    public boolean hasAnywhere(Account account, Capability... any) {
        return (boolean) getEntityManager()
                .createNativeQuery(WITH_CAPABILITY, Boolean.class)
                .setParameter("account", account.id)
                .setParameter("capabilities", array(any))
                .getSingleResult();
    }

    /** Who signs for the organisation on that day (Europe/Paris). */
    public Optional<Representative> findRepresentative(long organisation, LocalDate day) {
        return getEntityManager()
                .createNativeQuery(REPRESENTATIVE, Tuple.class)
                .setParameter("organisation", organisation)
                .setParameter("day", day)
                .getResultStream()
                .map(row -> representative((Tuple) row))
                .findFirst();
    }

    /** Files a new organisation whose first member, with every capability, is the one who opens it. */
    public Organisation open(Organisation organisation, Account founder, String signatory, String quality) {
        organisation.createdBy = founder.id;
        organisation.demonstration = (boolean) getEntityManager()
                .createNativeQuery(IS_DEMONSTRATION, Boolean.class)
                .getSingleResult();
        persistAndFlush(organisation);
        getEntityManager()
                .createNativeQuery(ADD_MEMBER)
                .setParameter("organisation", organisation.id)
                .setParameter("account", founder.id)
                .setParameter("capabilities", array(Capability.SIGN, Capability.MANAGE_MEMBERS))
                .executeUpdate();
        getEntityManager()
                .createNativeQuery(ADD_REPRESENTATIVE)
                .setParameter("organisation", organisation.id)
                .setParameter("account", founder.id)
                .setParameter("name", signatory)
                .setParameter("quality", quality)
                .executeUpdate();
        return organisation;
    }

    private static Representative representative(Tuple row) {
        return new Representative(
                row.get(0, Long.class),
                row.get(1, Long.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, String.class));
    }

    /** Whether a verified organisation bears this SIRET: then a newcomer joins it rather than opening it again. */
    public boolean isTaken(String siret) {
        return count("siret = ?1 and verifiedAt is not null", siret) > 0;
    }

    private static String array(Capability... capabilities) {
        StringBuilder codes = new StringBuilder("{");
        for (Capability capability : capabilities) {
            if (codes.length() > 1) codes.append(',');
            codes.append(capability.code());
        }
        return codes.append('}').toString();
    }
}

package fr.terrain.site;

import fr.terrain.http.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All SQL on sites as things to book; the front door reads the public view. */
@ApplicationScoped
public class SiteRepository implements PanacheRepository<Site> {
    private static final String EFFECTS = """
            select c.label, c.effect, c.gesture, c.tone from site_constraint sc join constraint_code c on c.code = sc.constraint_code
             where sc.site_id = :site order by array_position(array['danger', 'warn', 'info'], c.tone), plain_text(c.label)
            """;
    private static final String FAMILY = "select family, label from category where code = :category";

    /** A constraint of the place: what it is, what it does, what to do about it, how much it weighs. */
    public record Effect(String label, String effect, String gesture, String tone) {}

    /** The family of a category, as the pages colour it, and what the category is called. */
    public record Family(String code, String label) {}

    private static final String OPEN = """
            insert into site (slug, name, category, organisation_id, demonstration, updated_at, census_entry_id)
            values (:slug, :name, :category, :organisation, (select kind = 'DEMONSTRATION' from installation), :now, :entry) returning id
            """;
    private static final String SLUGS = "select slug from site where slug = :slug or slug like :slug || '-%'";
    private static final String PLAIN = "select plain_text(:text)";
    private static final String LOCK = "select id from site where slug = :slug for no key update";
    private static final int LONGEST_SLUG = 60;

    private static final String PARTIES = """
            select organisation_id, role, must_sign from site_party where site_id = :site order by role, organisation_id
            """;

    /** Who stands beside the granting organisation. */
    public List<SiteParty> listParties(long siteId) {
        return getEntityManager()
                .createNativeQuery(PARTIES, Tuple.class)
                .setParameter("site", siteId)
                .getResultStream()
                .map(row -> party((Tuple) row))
                .toList();
    }

    private static SiteParty party(Tuple row) {
        return new SiteParty(row.get(0, Long.class), row.get(1, String.class), row.get(2, Boolean.class));
    }

    /** The site under this address, whatever its state, kept from other writers until the transaction ends. */
    Optional<Site> lock(String slug) {
        List<?> found = getEntityManager()
                .createNativeQuery(LOCK)
                .setParameter("slug", slug)
                .getResultList();
        return found.isEmpty() ? Optional.empty() : findByIdOptional(((Number) found.getFirst()).longValue());
    }

    /** The sites of these organisations, by name. */
    List<Site> listOf(List<Long> organisations) {
        return list("organisationId in ?1 order by name, id", organisations);
    }

    /** The same, and those of others that a revision or a draft is written of. */
    List<Site> listForStaff(List<Long> organisations) {
        return list(
                "organisationId in ?1 or state in ?2 or id in (select r.siteId from SiteRevision r where r.state = ?3) order by name, id",
                organisations,
                List.of(Site.State.DRAFT, Site.State.TO_VALIDATE),
                SiteRevision.State.TO_VALIDATE);
    }

    /** Reads again what was written into its row beside this. */
    void reread(Site site) {
        getEntityManager().refresh(site);
    }

    /** A draft of this name, under an address of its own. */
    Site open(SiteContent.Identity identity, long organisation, String censusEntry, Instant now) {
        Number id = (Number) getEntityManager()
                .createNativeQuery(OPEN)
                .setParameter("slug", freeSlug(identity.name()))
                .setParameter("name", identity.name())
                .setParameter("category", identity.category())
                .setParameter("organisation", organisation)
                .setParameter("now", now)
                .setParameter("entry", censusEntry)
                .getSingleResult();
        return findById(id.longValue());
    }

    /** The name in plain letters, with a number when another site has it. */
    private String freeSlug(String name) {
        String plain = (String) getEntityManager()
                .createNativeQuery(PLAIN)
                .setParameter("text", name)
                .getSingleResult();
        String words = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String slug = words.isEmpty() ? "site" : words.substring(0, Math.min(words.length(), LONGEST_SLUG));
        slug = slug.replaceAll("-$", "");
        List<?> taken = getEntityManager()
                .createNativeQuery(SLUGS)
                .setParameter("slug", slug)
                .getResultList();
        if (!taken.contains(slug)) return slug;
        int number = 2;
        while (taken.contains(slug + "-" + number)) number++;
        return slug + "-" + number;
    }

    /** A site that the public may see; 404 otherwise. */
    public Site getPublished(String slug) {
        return findPublished(slug).orElseThrow(Problem::notFound);
    }

    public Optional<Site> findPublishedById(long id) {
        return find("id = ?1 and state = ?2", id, Site.State.PUBLISHED).firstResultOptional();
    }

    /** What a site imposes, the heaviest first. */
    public List<Effect> listEffects(long siteId) {
        return getEntityManager()
                .createNativeQuery(EFFECTS, Tuple.class)
                .setParameter("site", siteId)
                .getResultStream()
                .map(row -> effect((Tuple) row))
                .toList();
    }

    private static Effect effect(Tuple row) {
        return new Effect(
                row.get(0, String.class), row.get(1, String.class), row.get(2, String.class), row.get(3, String.class));
    }

    public Family familyOf(Site site) {
        Tuple row = (Tuple) getEntityManager()
                .createNativeQuery(FAMILY, Tuple.class)
                .setParameter("category", site.category)
                .getSingleResult();
        return new Family(row.get(0, String.class), row.get(1, String.class));
    }

    public Optional<Site> findPublished(String slug) {
        return find("slug = ?1 and state = ?2", slug, Site.State.PUBLISHED).firstResultOptional();
    }
}

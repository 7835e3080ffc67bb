package fr.terrain.booking;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/** Spaces that nobody else has, some to a site, on sites like a given one. */
@ApplicationScoped
class StageSpaces {
    private static final int SPACES = 10;
    private static final String SITE = """
            with s as (insert into site (slug, name, category, summary, description, organisation_id, insee, access_point, position_confidence,
                                         state, published_at, demonstration)
              select :slug, name, category, summary, description, organisation_id, insee, access_point, position_confidence, state, published_at,
                     demonstration from site where id = :site returning id)
            insert into space (site_id, name, domain, capacity, overnight, area_m2, tariff_id, position)
            select s.id, 'Espace ' || n, p.domain, 1, p.overnight, p.area_m2, p.tariff_id, n
              from s, generate_series(1, :spaces) n, (select * from space where site_id = :site limit 1) p
            """;
    private static final String SPACES_OF =
            "select string_agg(cast(p.id as text), ',') from space p join site s on s.id = p.site_id where s.slug = :slug";

    @Inject
    Fixtures fixtures;

    private final Deque<Long> free = new ArrayDeque<>();

    /** Forgets the spaces that were made for others. */
    synchronized void clear() {
        free.clear();
    }

    /** A space on a site like the one of the last call. */
    synchronized long next(Place like) {
        if (free.isEmpty()) free.addAll(another(like));
        return free.pop();
    }

    /** A space on a site that was made for it. */
    long ofItsOwn(Place like) {
        return another(like).getFirst();
    }

    private List<Long> another(Place like) {
        String slug = "essai-" + UUID.randomUUID();
        fixtures.run(SITE, "slug", slug, "site", like.site(), "spaces", SPACES);
        return Arrays.stream(((String) fixtures.one(SPACES_OF, "slug", slug)).split(","))
                .map(Long::valueOf)
                .toList();
    }
}

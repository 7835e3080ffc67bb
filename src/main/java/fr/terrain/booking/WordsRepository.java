package fr.terrain.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** All SQL that forgets the words of a person in the trail: the hashes of the words stay, and with them the chains. */
@ApplicationScoped
public class WordsRepository {
    private static final String FORGET = """
            update event_detail d set content = null
              from booking_event e
             where e.id = d.event_id and d.content is not null and d.content <> '{}'
               and (e.account_id = :account and e.kind = any (cast(:personal as text[]))
                 or exists (select from jsonb_array_elements_text(cast(:names as jsonb)) name
                             where plain_text(cast(d.content as text)) ~ ('(^|[^[:alnum:]])'
                               || regexp_replace(plain_text(name), '([^[:alnum:][:space:]])', '\\\\\\1', 'g') || '($|[^[:alnum:]])')))
            returning e.id
            """;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    EntityManager entityManager;

    /**
     * Forgets what a person wrote for an occupant or in signing, and whatever names them. What they wrote as officers is an act of
     * their organisation, whose reasons the law keeps, unless it names them.
     *
     * @return the events whose words are gone
     */
    @SuppressWarnings("unchecked")
    public List<Long> forget(long accountId, List<String> names) {
        return entityManager
                .createNativeQuery(FORGET)
                .setParameter("account", accountId)
                .setParameter("personal", personal())
                .setParameter("names", json(names))
                .getResultList();
    }

    private static String personal() {
        return Arrays.stream(Verb.values())
                .filter(verb -> !verb.isOf(Verb.Side.GRANTOR))
                .map(Verb::name)
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String json(List<String> names) {
        try {
            return JSON.writeValueAsString(names);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package fr.terrain.portal;

import fr.terrain.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Understands typed words by the catalogue's own: stems, the beginning of a word, words of the same meaning, small typing errors. */
@ApplicationScoped
public class WordingRepository {
    /** A single letter is what an elision leaves; what is common says nothing of a place. */
    private static final String TERMS = """
            with typed as (
              select n, word, search_query(word) as query, n = max(n) over () as last
                from string_to_table(search_text(:typed), ' ') with ordinality t (word, n)
               where length(word) > 1 and length(word) <= 60)
            select t.word, cast(t.query as text),
                   exists (select from search_word w where w.stem = cast(t.query as text)) as known,
                   t.last and not exists (select from search_word w where w.word = t.word)
                     and exists (select from search_word w where w.word ^@ t.word) as begun,
                   (select string_agg(distinct '(' || cast(search_query(other) as text) || ')', ' | ')
                      from search_synonym y cross join unnest(y.words) other
                     where exists (select from unnest(y.words) member where search_query(member) = t.query)) as synonyms
              from typed t
             where numnode(t.query) > 0 and t.word not in (select word from search_common)
             order by t.n
            """;

    private static final String LIKE_WORDS = """
            select word from (
              select word from search_word
              union
              select search_text(word) from search_synonym cross join unnest(words) word where search_text(word) not like '% %') known
             where length(word) between length(:word) - 2 and length(:word) + 2
               and (left(word, 1) = left(:word, 1) or word % :word)
             order by similarity(word, :word) desc, word limit 1000
            """;
    private static final int LONGEST = 200;
    private static final int MOST = 10;

    @Inject
    EntityManager entityManager;

    private record Term(String word, String query, boolean known, boolean begun, String synonyms) {
        boolean isUnderstood() {
            return known || begun || synonyms != null;
        }

        String wide() {
            String all = "(" + query + ")";
            if (synonyms != null) all += " | " + synonyms;
            return begun ? all + " | " + word + ":*" : all;
        }
    }

    /** What was typed, understood; typing errors are corrected.
     * @throws fr.terrain.http.ProblemException 400 naming the field when it is too long */
    public Wording read(String field, String typed) {
        if (typed == null || typed.isBlank()) return Wording.NONE;
        if (typed.length() > LONGEST || typed.strip().split("\\s+").length > MOST)
            throw Problem.badInput(field, "Cherchez %d mots au plus, en %d signes.".formatted(MOST, LONGEST));
        List<Term> terms = terms(typed);
        Map<String, String> corrections = corrections(terms);
        if (corrections.isEmpty()) return wording(terms, null);
        String corrected = terms.stream()
                .map(term -> corrections.getOrDefault(term.word(), term.word()))
                .collect(Collectors.joining(" "));
        return wording(terms(corrected), corrected);
    }

    private static Wording wording(List<Term> terms, String corrected) {
        if (terms.isEmpty()) return Wording.NONE;
        return new Wording(
                terms.stream().map(term -> "(" + term.wide() + ")").collect(Collectors.joining(" & ")),
                terms.stream().map(term -> "(" + term.query() + ")").collect(Collectors.joining(" | ")),
                corrected);
    }

    private Map<String, String> corrections(List<Term> terms) {
        Map<String, String> corrections = new LinkedHashMap<>();
        for (Term term : terms) {
            if (term.isUnderstood()) continue;
            Typo.nearest(term.word(), likeWords(term.word())).ifPresent(word -> corrections.put(term.word(), word));
        }
        return corrections;
    }

    @SuppressWarnings("unchecked")
    private List<String> likeWords(String word) {
        return entityManager
                .createNativeQuery(LIKE_WORDS)
                .setParameter("word", word)
                .getResultList();
    }

    @SuppressWarnings("unchecked")
    private List<Term> terms(String typed) {
        List<Tuple> rows = entityManager
                .createNativeQuery(TERMS, Tuple.class)
                .setParameter("typed", typed)
                .getResultList();
        List<Term> terms = new ArrayList<>();
        for (Tuple row : rows)
            terms.add(new Term(
                    row.get(0, String.class),
                    row.get(1, String.class),
                    row.get(2, Boolean.class),
                    row.get(3, Boolean.class),
                    row.get(4, String.class)));
        return terms;
    }
}

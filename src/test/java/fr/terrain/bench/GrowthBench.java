package fr.terrain.bench;

import java.util.List;

/** The same questions with about as many answers, over 10 000 sites and over 100 000: each has an application and a database. */
final class GrowthBench {
    private static final int MANY_SITES = 100_000;
    private static final int FEW_SEASONS = 2;
    private static final double TIMES = 1.5;

    private GrowthBench() {}

    public static void main(String[] arguments) throws Exception {
        Catalogue.provide(Database.ofApplication(), SearchBench.SITES, SearchBench.SEASONS);
        Catalogue.provide(Database.ofSecond(), MANY_SITES, FEW_SEASONS);
        List<SearchCase> few = SearchCase.of(SearchBench.SITES, SearchBench.stay());
        List<SearchCase> many = SearchCase.of(MANY_SITES, SearchBench.stay());
        try (SearchRun small = new SearchRun(Database.ofApplication(), Application.first());
                SearchRun large = new SearchRun(Database.ofSecond(), Application.second())) {
            for (int i = 0; i < few.size(); i++) {
                double before = small.served(few.get(i), 1).p50Millis();
                double after = large.served(many.get(i), 1).p50Millis();
                Rows.ratioAtMost("growth x10: " + few.get(i).name() + ", p50 ms", after, before, TIMES);
            }
        }
    }
}

package fr.terrain.bench;

import fr.terrain.portal.Stay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The search over 10 000 sites, 10 000 spaces and 1 000 000 occupations, alone and eight at a time, beside the same SQL. */
final class SearchBench {
    static final int SITES = 10_000;
    static final int SEASONS = 10;
    private static final double TIMES_BARE = 3;
    private static final double P95_MILLIS = 60;

    private SearchBench() {}

    public static void main(String[] arguments) throws Exception {
        Database database = Database.ofApplication();
        Catalogue.provide(database, SITES, SEASONS);
        List<String> plans = new ArrayList<>();
        try (SearchRun run = new SearchRun(database, Application.first())) {
            for (SearchCase one : SearchCase.of(SITES, stay())) {
                plans.add(one.name() + "\n" + one.path() + "\n" + run.plan(one));
                for (int connections : new int[] {1, 8}) compare(run, one, connections);
            }
        }
        Files.writeString(
                Path.of(System.getProperty("terrain.bench.folder", "target"), "search.plans"),
                String.join("\n", plans));
    }

    /** Three weeks, some two months from now: after the notice that any of these spaces asks for. */
    static Stay stay() {
        LocalDate first = LocalDate.now().plusDays(70);
        return new Stay(first, first.plusDays(20));
    }

    private static void compare(SearchRun run, SearchCase one, int connections) throws Exception {
        Timing bare = run.bare(one, connections);
        Timing served = run.served(one, connections);
        String name = "search %d: %s".formatted(connections, one.name());
        Rows.ratioAtMost(name + ", p50 ms", served.p50Millis(), bare.p50Millis(), TIMES_BARE);
        if (one.dear() && connections > 1) Rows.plain(name + ", p95 ms", served.p95Millis());
        else Rows.atMost(name + ", p95 ms", served.p95Millis(), P95_MILLIS);
    }
}

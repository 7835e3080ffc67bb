package fr.terrain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;

/** Counts the SQL statements that the application sends. */
@ApplicationScoped
public class Statements {
    @Inject
    SessionFactory factory;

    /** How many are sent while this runs. */
    public long countDuring(Runnable work) {
        Statistics statistics = factory.getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            long before = statistics.getPrepareStatementCount();
            work.run();
            return statistics.getPrepareStatementCount() - before;
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }
}

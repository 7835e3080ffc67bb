package fr.terrain.audit;

import fr.terrain.account.Account;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

/** Verifies the trail when somebody asks and after each seal, and keeps what came out. */
@ApplicationScoped
public class Auditor {
    @Inject
    AgroalDataSource dataSource;

    @Inject
    AuditRunRepository runs;

    @Inject
    SealKeys keys;

    @Inject
    Clock clock;

    /**
     * Verifies everything now.
     *
     * @param by who asked, or null when the clock did
     */
    public AuditReport verify(Account by) {
        AuditReport report = read();
        runs.add(report, by);
        if (!report.isWhole())
            Log.errorf(
                    "the trail is not whole: %d faults, first %s",
                    report.faults(), report.findings().getFirst());
        return report;
    }

    private AuditReport read() {
        try (Connection connection = dataSource.getConnection()) {
            AuditRepository.snapshot(connection);
            AuditReport report = new Audit(keys, clock).run(connection, null);
            connection.rollback();
            return report;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

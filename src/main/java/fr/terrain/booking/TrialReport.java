package fr.terrain.booking;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** A version of the report on a trial: what was written stays, an officer accepts it or asks for another. */
@Entity
public class TrialReport {
    /** Where a report stands. */
    public enum ReportState {
        WAITING,
        /** Its author filed another before anybody answered. */
        REPLACED,
        REJECTED,
        ACCEPTED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    Long bookingId;
    public int version;
    public String text;
    public String learnt;
    public String publicSummary;

    @Enumerated(EnumType.STRING)
    private ReportState state = ReportState.WAITING;

    private String answer;
    Long filedBy;
    public Instant filedAt;
    private Long answeredBy;
    private Instant answeredAt;

    public ReportState state() {
        return state;
    }

    /** Why another was asked for, or null. */
    public String answer() {
        return answer;
    }

    void replace() {
        state = ReportState.REPLACED;
    }

    void reject(String why, long officer, Instant now) {
        answer(ReportState.REJECTED, officer, now);
        answer = why;
    }

    void accept(long officer, Instant now) {
        answer(ReportState.ACCEPTED, officer, now);
    }

    private void answer(ReportState better, long officer, Instant now) {
        state = better;
        answeredBy = officer;
        answeredAt = now;
    }
}

package fr.terrain.audit;

import fr.terrain.booking.ChainLine;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** Goes through all chains, line after line in the order of bookings and numbers, and tells what does not hold: the first of each fault of a chain. */
final class TrailCheck {
    private final Consumer<Finding> found;
    private final Set<Fault> told = EnumSet.noneOf(Fault.class);
    private long chains;
    private long events;
    private TrailLine at;
    private String status;
    private ChainLine last;

    TrailCheck(Consumer<Finding> found) {
        this.found = found;
    }

    void accept(TrailLine line) {
        if (at == null || at.bookingId() != line.bookingId()) {
            end();
            begin();
        }
        at = line;
        if (line.status() != null) status = line.status();
        if (line.sealed() != null) checkSealed(line);
        if (line.event() != null) checkEvent(line);
    }

    /** After the last line of all. */
    void end() {
        if (at == null) return;
        if (last == null) tell(Fault.CHAIN_MISSING, null);
        else if (!last.to().equals(status)) tell(Fault.STATUS_DIFFERS, last.seq());
    }

    long chains() {
        return chains;
    }

    long events() {
        return events;
    }

    private void begin() {
        told.clear();
        last = null;
        status = null;
        chains++;
    }

    private void checkEvent(TrailLine line) {
        ChainLine event = line.event();
        events++;
        if (!event.follows(last)) tell(Fault.LINK_BROKEN, event.seq());
        if (!event.holds()) tell(Fault.LINE_CHANGED, event.seq());
        if (!event.detailHolds()) tell(Fault.DETAIL_CHANGED, event.seq());
        else if (event.content() == null && !line.forgotten()) tell(Fault.DETAIL_TAKEN, event.seq());
        last = event;
    }

    private void checkSealed(TrailLine line) {
        Head head = line.sealed();
        if (line.event() == null) tellSealed(Fault.SEALED_EVENT_MISSING, head);
        else if (!Arrays.equals(line.event().hash(), head.hash())) tellSealed(Fault.SEALED_EVENT_CHANGED, head);
    }

    private void tell(Fault fault, Integer seq) {
        if (told.add(fault)) found.accept(Finding.ofEvent(fault, at.reference(), seq));
    }

    private void tellSealed(Fault fault, Head head) {
        if (told.add(fault)) found.accept(new Finding(fault, at.reference(), head.seq(), head.day()));
    }
}

package fr.terrain.booking;

import java.util.List;

/** What is so for a request besides its state: an answer awaited, a visa missing, an option placed. Each room that knows one says it. */
public interface Circumstance {
    /** Sentences for this reader, in French; none when it is not so. */
    List<String> of(Booking booking, Reader reader);
}

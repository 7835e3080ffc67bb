package fr.terrain.fee;

import fr.terrain.booking.Booking;

/** Wrong on purpose: a fee that knows bookings. The architecture test must notice it. */
public class BrokenArrow {
    Booking booking;
}

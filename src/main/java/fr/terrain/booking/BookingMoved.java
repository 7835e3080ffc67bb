package fr.terrain.booking;

/** A verb was done: fired in the same transaction for the rooms above. */
public record BookingMoved(Booking booking, Verb verb, BookingEvent event) {}

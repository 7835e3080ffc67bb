package fr.terrain.audit;

import fr.terrain.booking.ChainLine;

/**
 * What there is under one number of one booking: the event that is stored, the head that was sealed, or both.
 *
 * @param reference of the booking, or of the seal when the booking is gone
 * @param status of the booking, or null when it is gone
 * @param event null when it is gone, or when the booking has none
 * @param sealed null when this event was no head of a seal
 * @param forgotten whether somebody was forgotten, and the words of the event with them
 */
record TrailLine(long bookingId, String reference, String status, ChainLine event, Head sealed, boolean forgotten) {}

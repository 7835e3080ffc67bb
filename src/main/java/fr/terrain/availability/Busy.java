package fr.terrain.availability;

/** A stretch of time that a calendar from outside says is taken; its words are for who keeps the space only. */
record Busy(String uid, String summary, Period during) {}

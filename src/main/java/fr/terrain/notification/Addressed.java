package fr.terrain.notification;

/**
 * A letter and whom it is for.
 *
 * @param account null when the person has none yet
 * @param address as it is known, usable or not, or null
 * @param always whether it is sent at once whatever the person prefers
 */
record Addressed(Letter letter, Long account, String name, String address, boolean always) {}

package fr.terrain.account;

import java.time.Instant;
import java.util.List;

/**
 * A person is forgotten: fired in the same transaction, for the rooms that keep something of theirs.
 *
 * @param email the address they had, or null
 * @param names what they were called
 */
public record PersonForgotten(long accountId, String email, List<String> names, Instant at) {}

package fr.terrain.fetch;

/** What an address answered: its bytes, unpacked, and what tells them from the next; no bytes when it is the same as last time. */
public record Fetched(boolean same, byte[] body, String type, String etag, String lastModified) {}

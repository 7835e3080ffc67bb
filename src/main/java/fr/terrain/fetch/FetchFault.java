package fr.terrain.fetch;

/** Why an address was not read, in French, for the person who gave it; says nothing of what our network holds. */
public class FetchFault extends Exception {
    public FetchFault(String words) {
        super(words);
    }
}

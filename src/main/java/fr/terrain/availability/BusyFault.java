package fr.terrain.availability;

/** Why a calendar that comes from outside was not taken in, in French, for who keeps the space. */
class BusyFault extends Exception {
    BusyFault(String words) {
        super(words);
    }
}

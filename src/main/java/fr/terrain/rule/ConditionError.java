package fr.terrain.rule;

/** A condition that cannot be read or judged; the message is French and says where (position counts from 1). */
public final class ConditionError extends RuntimeException {
    private final int position;

    ConditionError(String message, int position) {
        super(message + " (caractère " + position + ")");
        this.position = position;
    }

    public int position() {
        return position;
    }
}

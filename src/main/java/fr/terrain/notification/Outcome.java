package fr.terrain.notification;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What became of a message that was handed to the mail server.
 *
 * @param code the reply of the server, or null when there was none
 * @param forGood whether another try would end the same way
 */
record Outcome(boolean sent, Integer code, boolean forGood, String words) {
    private static final int LONGEST = 500;
    private static final int LEAST_CODE = 200;
    private static final int PERMANENT = 500;
    private static final int LAST_CODE = 599;
    private static final int DEEPEST_CAUSE = 20;

    static Outcome accepted() {
        return new Outcome(true, 250, false, null);
    }

    /** Nothing was handed over, and nothing ever will be. */
    static Outcome pointless(String why) {
        return new Outcome(false, null, true, why);
    }

    /**
     * A 5xx about this recipient or this message is for good. One about the sender or the account is a fault of the
     * settings, which somebody will mend: like a server that is not there, it is tried again.
     */
    static Outcome of(Throwable failure) {
        List<Throwable> causes = causes(failure);
        Optional<SMTPAddressFailedException> recipient = first(causes, SMTPAddressFailedException.class);
        if (recipient.isPresent())
            return answered(recipient.get().getReturnCode(), recipient.get().getMessage(), true);
        Optional<SMTPSendFailedException> message = first(causes, SMTPSendFailedException.class);
        boolean ofSender = first(causes, SMTPSenderFailedException.class).isPresent();
        if (message.isPresent())
            return answered(message.get().getReturnCode(), message.get().getMessage(), !ofSender);
        return new Outcome(false, null, false, words(failure.getClass().getSimpleName() + ": " + failure.getMessage()));
    }

    private static Outcome answered(int code, String words, boolean ofMessage) {
        boolean known = code >= LEAST_CODE && code <= LAST_CODE;
        return new Outcome(false, known ? code : null, ofMessage && known && code >= PERMANENT, words(words));
    }

    private static String words(String answer) {
        return SingleLine.of(answer == null || answer.isBlank() ? "no answer" : answer, LONGEST);
    }

    private static <T extends Throwable> Optional<T> first(List<Throwable> causes, Class<T> type) {
        return causes.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        Throwable cause = failure;
        while (cause != null && causes.size() < DEEPEST_CAUSE) {
            causes.add(cause);
            cause = cause instanceof MessagingException chained ? chained.getNextException() : cause.getCause();
        }
        return causes;
    }
}

package fr.terrain.http;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/** Keeps each message of the log on one line, so that words from outside cannot pass for a line of ours. */
@LoggingFilter(name = "one-line")
public final class OneLine implements Filter {
    @Override
    public boolean isLoggable(LogRecord entry) {
        if (entry instanceof ExtLogRecord message) {
            String said = message.getFormattedMessage();
            if (said != null && said.chars().anyMatch(OneLine::breaks))
                message.setMessage(
                        said.replaceAll("[\\p{Cntrl}\u0085\u2028\u2029]+", " ⏎ "), ExtLogRecord.FormatStyle.NO_FORMAT);
        }
        return true;
    }

    private static boolean breaks(int sign) {
        return Character.isISOControl(sign) || sign == '\u2028' || sign == '\u2029';
    }
}

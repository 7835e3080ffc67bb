package fr.terrain.notification;

import fr.terrain.http.PublicAddress;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.jboss.logging.Logger;

/** The mail server of the environment: hands one message over and says what became of it. */
@ApplicationScoped
public class MailServer {
    private static final Logger LOG = Logger.getLogger(MailServer.class);
    private static final int FIRST_PORT = 1;
    private static final int LAST_PORT = 65_535;

    @Inject
    MailSettings settings;

    @Inject
    PublicAddress address;

    void check(@Observes StartupEvent event) {
        if (!isConfigured())
            LOG.warn("no mail server is configured (TERRAIN_MAIL_HOST): messages wait, nothing is sent");
        else if (Mailbox.of(from()).isEmpty())
            throw new IllegalStateException("TERRAIN_MAIL_FROM is not a plain address: " + from());
        if (settings.port() < FIRST_PORT || settings.port() > LAST_PORT)
            throw new IllegalStateException("TERRAIN_MAIL_PORT is not a port: " + settings.port());
    }

    /** Whether anything can be sent at all. */
    public boolean isConfigured() {
        return settings.host().isPresent();
    }

    /** The address of the sender. */
    public String from() {
        return settings.from().orElse("ne-pas-repondre@" + address.host());
    }

    /** Hands the message over and waits for the answer of the server; what the server or the way to it refuses is an outcome, not an exception. */
    Outcome send(Delivery delivery) {
        Session session = Session.getInstance(properties());
        try (Transport transport = session.getTransport()) {
            MimeMessage message = Envelope.of(session, delivery, from(), address.of(Emails.PREFERENCES));
            transport.connect(
                    settings.host().orElseThrow(),
                    settings.port(),
                    settings.user().orElse(null),
                    settings.password().orElse(null));
            transport.sendMessage(message, new Address[] {message.getAllRecipients()[0]});
            return Outcome.accepted();
        } catch (MessagingException | RuntimeException failure) {
            return Outcome.of(failure);
        }
    }

    private Properties properties() {
        boolean wholly = settings.security() == MailSettings.Security.TLS;
        String prefix = wholly ? "mail.smtps." : "mail.smtp.";
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", wholly ? "smtps" : "smtp");
        properties.setProperty(prefix + "localhost", address.host());
        properties.setProperty(prefix + "from", from());
        properties.setProperty(prefix + "auth", Boolean.toString(settings.user().isPresent()));
        boolean upgrades = settings.security() == MailSettings.Security.STARTTLS;
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(upgrades));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(upgrades));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"})
            properties.setProperty(prefix + wait, Integer.toString(settings.patience()));
        properties.setProperty(prefix + "quitwait", "false");
        return properties;
    }
}

package fr.terrain.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/** Makes of a delivery the message that goes over the wire: the same bytes of meaning at every try. */
final class Envelope {
    private static final String CHARSET = StandardCharsets.UTF_8.name();
    private static final String SENDER = "Terrain";

    private Envelope() {}

    /** A message whose Message-ID is the one of its delivery. */
    private static final class Named extends MimeMessage {
        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    static MimeMessage of(Session session, Delivery delivery, String from, String preferences)
            throws MessagingException {
        MimeMessage message = new Named(session, delivery.messageId());
        message.setFrom(address(from, SENDER));
        message.setRecipient(Message.RecipientType.TO, address(delivery.address(), SingleLine.of(delivery.name())));
        message.setSubject(SingleLine.of(delivery.subject()), CHARSET);
        message.setSentDate(Date.from(delivery.filedAt()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setHeader("List-Unsubscribe", "<" + preferences + ">");
        message.setHeader("Content-Language", "fr");
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part(delivery.words(), "plain"));
        alternatives.addBodyPart(part(delivery.html(), "html"));
        message.setContent(alternatives);
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String words, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(words, CHARSET, subtype);
        return part;
    }

    private static InternetAddress address(String mailbox, String name) throws MessagingException {
        try {
            InternetAddress address = new InternetAddress(mailbox, name, CHARSET);
            address.validate();
            return address;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package fr.terrain.notification;

import fr.terrain.http.PublicAddress;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lays letters out: the same words as plain text and as HTML. */
@ApplicationScoped
public class Emails {
    static final String PREFERENCES = "/mes-preferences";
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_SUMMARY = 1000;

    @Inject
    PublicAddress address;

    @ConfigProperty(name = "terrain.demonstration")
    boolean demonstration;

    @CheckedTemplate(basePath = "mail")
    static class Templates {
        static native TemplateInstance letterText(Letter letter, Footer footer);

        static native TemplateInstance letterHtml(Letter letter, Footer footer);

        static native TemplateInstance digestText(DigestLetter letter, Footer footer);

        static native TemplateInstance digestHtml(DigestLetter letter, Footer footer);
    }

    /** What stands under every message. */
    record Footer(String because, String preferences, boolean demonstration) {}

    /** A message as it is stored and sent; the summary and the link stand for it in a digest. */
    record Email(String subject, String summary, String link, String words, String html) {}

    /** What the day's digest tells. */
    record DigestLetter(String subject, String name, List<Item> items) {}

    /** One message of the digest. */
    record Item(String subject, String summary, String link) {}

    Email of(Letter letter) {
        Footer footer = footer(letter.because());
        return new Email(
                SingleLine.of(letter.subject(), LONGEST_SUBJECT),
                SingleLine.of(letter.what(), LONGEST_SUMMARY),
                letter.link().address(),
                text(Templates.letterText(letter, footer)),
                Templates.letterHtml(letter, footer).render());
    }

    Email of(DigestLetter digest) {
        Footer footer = footer("Vous recevez ce message parce que vous avez choisi un récapitulatif par jour.");
        return new Email(
                SingleLine.of(digest.subject(), LONGEST_SUBJECT),
                "Récapitulatif du jour.",
                address.of("/mes-demandes"),
                text(Templates.digestText(digest, footer)),
                Templates.digestHtml(digest, footer).render());
    }

    private Footer footer(String because) {
        return new Footer(because, address.of(PREFERENCES), demonstration);
    }

    private static String text(TemplateInstance template) {
        return template.render().replaceAll("\\n{3,}", "\n\n").strip() + "\n";
    }
}

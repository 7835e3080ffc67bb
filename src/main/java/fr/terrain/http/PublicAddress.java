package fr.terrain.http;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where people find this service: what mails and feeds put before a path. */
@ApplicationScoped
public class PublicAddress {
    private static final int AFTER_OTHERS = 3000;

    private final Optional<String> configured;

    PublicAddress(@ConfigProperty(name = "terrain.public-url") Optional<String> configured) {
        this.configured = configured;
    }

    /** A link that goes out must work: without a usable address the service does not start. */
    void check(@Observes @Priority(AFTER_OTHERS) StartupEvent event) {
        root();
    }

    /** The absolute address of a path of ours, which begins with a slash. */
    public String of(String path) {
        return root() + path;
    }

    /** The name of the machine in the address. */
    public String host() {
        return URI.create(root()).getHost();
    }

    private String root() {
        String address = configured.orElse("").strip();
        if (!address.matches("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?/?"))
            throw new IllegalStateException(
                    "TERRAIN_PUBLIC_URL is not the address of the service, as https://terrain.example.org: \"" + address
                            + "\"");
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}

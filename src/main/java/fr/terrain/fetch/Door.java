package fr.terrain.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where a request may go: the form of the address, then the machine behind its name, looked up once and checked. */
class Door {
    private static final int LONGEST = 2000;
    private static final String LOOPBACK = "127.0.0.1";

    private final boolean loopback;

    /** @param loopback whether 127.0.0.1 itself may be read, also without encryption: for tests */
    Door(boolean loopback) {
        this.loopback = loopback;
    }

    /** The address, read strictly: https, a host name, no user, port 443 or 8443. */
    URI address(String text) throws FetchFault {
        try {
            URI address = new URI(text == null || text.length() > LONGEST ? "" : text.strip());
            boolean plain =
                    loopback && "http".equalsIgnoreCase(address.getScheme()) && LOOPBACK.equals(address.getHost());
            if (plain) return address;
            if (!"https".equalsIgnoreCase(address.getScheme()) || address.getHost() == null)
                throw new FetchFault("Donnez une adresse complète qui commence par https://.");
            if (address.getRawUserInfo() != null)
                throw new FetchFault("Donnez une adresse sans identifiant ni mot de passe.");
            if (address.getPort() != -1 && address.getPort() != 443 && address.getPort() != 8443)
                throw new FetchFault("Donnez une adresse sur le port 443 ou 8443.");
            return address;
        } catch (URISyntaxException e) {
            throw new FetchFault("Cette adresse n’a pas la forme d’une adresse du Web.");
        }
    }

    /** The machine to connect to: all those behind the name must be public, for the next look-up could give any of them. */
    InetAddress machine(URI address, Duration time) throws FetchFault {
        InetAddress[] machines = lookUp(address.getHost(), time);
        for (InetAddress machine : machines)
            if (!PublicNetwork.holds(machine) && !(loopback && LOOPBACK.equals(machine.getHostAddress())))
                throw new FetchFault(
                        "Cette adresse ne mène pas à une machine publique d’Internet\u00a0: elle n’est pas lue.");
        return Arrays.stream(machines)
                .filter(machine -> machine.getAddress().length == 4)
                .findFirst()
                .orElse(machines[0]);
    }

    private static InetAddress[] lookUp(String host, Duration time) throws FetchFault {
        CompletableFuture<InetAddress[]> found = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                found.complete(InetAddress.getAllByName(host));
            } catch (UnknownHostException | RuntimeException e) {
                found.completeExceptionally(e);
            }
        });
        try {
            return found.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FetchFault("La lecture a été interrompue.");
        } catch (ExecutionException | TimeoutException e) {
            throw new FetchFault("Le nom de cette adresse n’existe pas, ou ne répond pas.");
        }
    }
}

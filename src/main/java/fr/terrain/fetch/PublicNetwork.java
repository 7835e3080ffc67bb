package fr.terrain.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/** Which addresses of the Internet anybody may reach: none that is private, local, shared, reserved, a tunnel, or names a machine of ours. */
final class PublicNetwork {
    private record Block(byte[] first, int bits) {
        static Block of(String text) {
            String[] parts = text.split("/");
            return new Block(InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        }

        boolean holds(byte[] address) {
            if (address.length != first.length) return false;
            for (int bit = 0; bit < bits; bit++)
                if (((address[bit / 8] ^ first[bit / 8]) >> (7 - bit % 8) & 1) != 0) return false;
            return true;
        }
    }

    /** RFC 6890 and its registries. */
    private static final List<Block> SPECIAL_4 = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** All that is given out lies in 2000::/3; within it, protocol assignments, documentation and tunnels. */
    private static final Block GIVEN_6 = Block.of("2000::/3");

    private static final List<Block> SPECIAL_6 =
            blocks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    private PublicNetwork() {}

    static boolean holds(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) return SPECIAL_4.stream().noneMatch(block -> block.holds(bytes));
        return GIVEN_6.holds(bytes) && SPECIAL_6.stream().noneMatch(block -> block.holds(bytes));
    }

    private static List<Block> blocks(String... texts) {
        return List.of(texts).stream().map(Block::of).toList();
    }
}

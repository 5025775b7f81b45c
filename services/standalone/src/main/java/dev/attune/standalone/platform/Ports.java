package dev.attune.standalone.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/**
 * The ports of a platform, counted from one base: the gateway has the base itself, the servers and then the service
 * processes those that follow.
 *
 * @param base the gateway's port
 */
record Ports(int base) {

    /** How many ports a platform may take. */
    static final int SPAN = 64;

    private static final int SERVICES = 10;
    private static final int TRIES = 200;

    int gateway() {
        return base;
    }

    int database() {
        return base + 1;
    }

    int broker() {
        return base + 2;
    }

    int controller() {
        return base + 3;
    }

    /** The port of the n-th service process. */
    int service(int position) {
        return base + SERVICES + position;
    }

    /** A base above which all ports are free now. */
    static Ports free() {
        RandomGenerator random = RandomGenerator.getDefault();
        for (int i = 0; i < TRIES; i++) {
            int base = random.nextInt(15_000, 30_000);
            boolean free = true;
            for (int port = base; free && port < base + SPAN; port++) {
                free = isFree(port);
            }
            if (free) {
                return new Ports(base);
            }
        }
        throw new PlatformException("No range of " + SPAN + " free ports was found on this machine.");
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // A connection of a former life that still times out does not count as taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

package dev.attune.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void shouldNoticeAPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
        }
    }

    @Test
    void shouldGiveEveryProcessAPortOfItsOwnWithinTheSpan() {
        Ports ports = Ports.free();
        List<Integer> taken = List.of(
                ports.gateway(),
                ports.database(),
                ports.broker(),
                ports.controller(),
                ports.service(0),
                ports.service(1));

        assertThat(taken)
                .doesNotHaveDuplicates()
                .allMatch(port -> port >= ports.base() && port < ports.base() + Ports.SPAN);
    }
}

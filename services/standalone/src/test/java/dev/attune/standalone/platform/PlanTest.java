package dev.attune.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {

    @TempDir
    Path folder;

    @Test
    void shouldGiveTheGatewayEveryReplica() throws Exception {
        Home home = new Home(folder);
        Plan plan = new Plan(folder, home, new Ports(20_000), Keys.of(home), Map.of(ServiceKind.RANKING, 2));

        List<Child.Spec> services = plan.services();

        assertThat(services)
                .extracting(Child.Spec::name)
                .containsExactly("generation", "scoring", "ranking-1", "ranking-2", "preference", "gateway");
        Child.Spec gateway = services.getLast();
        assertThat(gateway.port()).isEqualTo(20_000);
        assertThat(gateway.environment())
                .containsEntry(
                        "ATTUNE_GATEWAY_RANKING",
                        "127.0.0.1:" + services.get(2).port() + ",127.0.0.1:"
                                + services.get(3).port());
        assertThat(gateway.environment()).doesNotContainKey("QUARKUS_OIDC_PUBLIC_KEY");
        assertThat(services).extracting(Child.Spec::port).doesNotHaveDuplicates();
    }
}

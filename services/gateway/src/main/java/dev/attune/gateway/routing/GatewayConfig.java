package dev.attune.gateway.routing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.List;

/** Where the services are: one or more addresses {@code host:port} each. */
@ConfigMapping(prefix = "attune.gateway")
public interface GatewayConfig {

    @WithDefault("localhost:8181")
    List<String> generation();

    @WithDefault("localhost:8182")
    List<String> scoring();

    @WithDefault("localhost:8183")
    List<String> ranking();

    @WithDefault("localhost:8184")
    List<String> preference();

    /** Whether the gateway ends when its standard input closes. */
    @WithName("exit-with-parent")
    @WithDefault("false")
    boolean exitWithParent();

    /** The addresses of a service. */
    default List<String> of(Service service) {
        return switch (service) {
            case GENERATION -> generation();
            case SCORING -> scoring();
            case RANKING -> ranking();
            case PREFERENCE -> preference();
        };
    }
}

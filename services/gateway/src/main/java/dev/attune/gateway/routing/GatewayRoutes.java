package dev.attune.gateway.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.attune.model.Json;
import dev.attune.model.problem.Problem;
import dev.attune.model.problem.ProblemType;
import dev.attune.model.process.ParentPipe;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends each request to the service that owns its path, streaming both ways. The services check the tokens. */
@ApplicationScoped
class GatewayRoutes {

    private static final int BAD_GATEWAY = 502;
    private static final int AFTER_ALL = Integer.MAX_VALUE;
    private static final int CONNECTIONS_PER_REPLICA = 64;

    private final Map<Service, HttpProxy> proxies = new EnumMap<>(Service.class);

    GatewayRoutes(Vertx vertx, GatewayConfig config) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS_PER_REPLICA));
        for (Service service : Service.values()) {
            Upstreams upstreams = new Upstreams(config.of(service));
            proxies.put(
                    service,
                    HttpProxy.reverseProxy(client)
                            .origin(context -> upstreams.connect(context.client()))
                            .addInterceptor(new ExplainAbsence(service)));
        }
    }

    void start(@Observes StartupEvent event, GatewayConfig config) {
        if (config.exitWithParent()) {
            ParentPipe.watch(System.in, Quarkus::asyncExit);
        }
    }

    void register(@Observes Router router) {
        router.route("/v1/*").handler(this::forward);
        router.route().order(AFTER_ALL).handler(GatewayRoutes::refuse);
    }

    private void forward(RoutingContext context) {
        Optional<HttpProxy> proxy =
                Service.owning(withColons(context.normalizedPath())).map(proxies::get);
        if (proxy.isPresent()) {
            proxy.get().handle(context.request());
        } else {
            refuse(context);
        }
    }

    private static void refuse(RoutingContext context) {
        Problem problem = Problem.of(ProblemType.NOT_FOUND, "No service owns this path", List.of());
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(Buffer.buffer(json(problem)));
    }

    /** Turns the proxy's bare 502 into a problem; waits are the client's business, so it is told how long. */
    private record ExplainAbsence(Service service) implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            // The gateway has answered the expectation itself; the body follows at once.
            context.request().headers().remove(HttpHeaders.EXPECT);
            String uri = context.request().getURI();
            int query = uri.indexOf('?');
            int end = query < 0 ? uri.length() : query;
            context.request().setURI(withColons(uri.substring(0, end)) + uri.substring(end));
            return context.sendRequest();
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            ProxyResponse response = context.response();
            if (response.getStatusCode() == BAD_GATEWAY) {
                Problem problem = Problem.of(
                        ProblemType.UNAVAILABLE, "The service " + service.code() + " does not answer now", List.of());
                response.setStatusCode(problem.status())
                        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                        .putHeader(HttpHeaders.RETRY_AFTER, "2")
                        .setBody(Body.body(Buffer.buffer(json(problem))));
            }
            return context.sendResponse();
        }
    }

    /** A client may encode the colon of a custom method such as {@code comparisons:next}; the services do not decode it. */
    private static String withColons(String path) {
        return path.replace("%3A", ":").replace("%3a", ":");
    }

    private static byte[] json(Problem problem) {
        try {
            return Json.mapper().writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

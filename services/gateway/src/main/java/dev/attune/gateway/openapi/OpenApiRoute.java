package dev.attune.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.gateway.routing.GatewayConfig;
import dev.attune.gateway.routing.Service;
import dev.attune.model.Json;
import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Serves the merged OpenAPI document, made anew at each call; a service that is away is left out. */
@ApplicationScoped
class OpenApiRoute {

    private static final int TIMEOUT_MILLIS = 2_000;

    private final HttpClient client;
    private final GatewayConfig config;

    OpenApiRoute(Vertx vertx, GatewayConfig config) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(TIMEOUT_MILLIS)
                .setReadIdleTimeout(TIMEOUT_MILLIS)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS));
        this.config = config;
    }

    void register(@Observes Router router) {
        router.get("/q/openapi").handler(this::serve);
    }

    private void serve(RoutingContext context) {
        List<Future<Buffer>> documents =
                Arrays.stream(Service.values()).map(this::fetch).toList();
        Future.join(documents).onComplete(ignored -> {
            OpenApiMerge merge = new OpenApiMerge();
            for (Service service : Service.values()) {
                Future<Buffer> document = documents.get(service.ordinal());
                if (document.succeeded()) {
                    merge.add(service.code(), parse(document.result()));
                } else {
                    Log.debugf(
                            "No OpenAPI document from %s: %s",
                            service.code(), document.cause().getMessage());
                }
            }
            context.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(merge.document().toPrettyString());
        });
    }

    private Future<Buffer> fetch(Service service) {
        String address = config.of(service).getFirst();
        int colon = address.lastIndexOf(':');
        return client.request(
                        HttpMethod.GET,
                        Integer.parseInt(address.substring(colon + 1)),
                        address.substring(0, colon),
                        "/q/openapi?format=json")
                .compose(request -> request.send())
                .compose(HttpClientResponse::body);
    }

    private static JsonNode parse(Buffer document) {
        try {
            return Json.mapper().readTree(document.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

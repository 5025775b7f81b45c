package dev.attune.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** Stand-ins for the services: each tells its name, the request's line and the size of the body. */
public final class EchoServices implements QuarkusTestResourceLifecycleManager {

    private final Vertx vertx = Vertx.vertx();

    @Override
    public Map<String, String> start() {
        String nobody = "127.0.0.1:" + freePort();
        return Map.of(
                "attune.gateway.generation",
                echo("generation"),
                "attune.gateway.scoring",
                nobody,
                "attune.gateway.ranking",
                nobody + "," + echo("ranking"),
                "attune.gateway.preference",
                echo("preference"));
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private String echo(String name) {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> answer(name, request))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return "127.0.0.1:" + server.actualPort();
    }

    private static void answer(String name, HttpServerRequest request) {
        if (request.path().equals("/q/openapi")) {
            request.response().end("{\"paths\":{\"/v1/" + name + "\":{}}}");
            return;
        }
        long[] size = {0};
        request.handler(chunk -> size[0] += chunk.length());
        request.endHandler(ignored -> request.response()
                .setStatusCode(201)
                .putHeader("x-service", name)
                .putHeader("x-authorization", String.valueOf(request.getHeader("Authorization")))
                .end(request.method() + " " + request.uri() + " " + size[0]));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

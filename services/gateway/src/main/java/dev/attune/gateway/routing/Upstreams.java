package dev.attune.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The replicas of one service, taken in turn; one that refuses the connection is passed over. */
final class Upstreams {

    private final List<String> addresses;
    private final AtomicInteger turn = new AtomicInteger();

    Upstreams(List<String> addresses) {
        this.addresses = List.copyOf(addresses);
    }

    /** A request to the next replica that takes the connection; fails where none does. Nothing was sent before that. */
    Future<HttpClientRequest> connect(HttpClient client) {
        return connect(client, turn.getAndIncrement(), addresses.size());
    }

    private Future<HttpClientRequest> connect(HttpClient client, int position, int triesLeft) {
        String address = addresses.get(Math.floorMod(position, addresses.size()));
        int colon = address.lastIndexOf(':');
        RequestOptions options = new RequestOptions()
                .setHost(address.substring(0, colon))
                .setPort(Integer.parseInt(address.substring(colon + 1)));
        Future<HttpClientRequest> request = client.request(options);
        return triesLeft <= 1 ? request : request.recover(failure -> connect(client, position + 1, triesLeft - 1));
    }
}

package dev.attune.foundation.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attune.foundation.problem.ProblemException;
import dev.attune.model.problem.ProblemType;
import dev.attune.model.text.ContentHash;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does a write once per {@code Idempotency-Key} and answers every repetition with the first answer. The key is taken
 * in the transaction of the write itself: a concurrent repetition waits for it, and a failed write leaves no key. An
 * answer is kept for 24 hours at least, unless it may hold texts of a conversation that is erased.
 */
@ApplicationScoped
public class Idempotency {

    private static final int LONGEST_KEY = 200;

    /** A bounded piece of work for each new key, and what another write is deleting is left to it. */
    private static final String DELETE_EXPIRED = """
            delete from idempotency where (subject, operation, key) in (
                select subject, operation, key from idempotency
                where created_at < now() - interval '24 hours' order by created_at limit 20 for update skip locked)""";

    private final ObjectMapper json;

    Idempotency(ObjectMapper json) {
        this.json = json;
    }

    /**
     * What makes two requests the same.
     *
     * @param subject who asks
     * @param operation method and path
     * @param key the header's value; null where there is none, and the write is then simply done
     * @param request the request's body
     */
    public record Request(
            String subject, String operation, @Nullable String key, Object request) {}

    /**
     * The answer to a write.
     *
     * @param status HTTP status
     * @param body what becomes the JSON body
     * @param conversation the conversation that the body tells of, whose erasure it must not survive; null where it holds
     *     nothing of any
     */
    public record Reply(int status, Object body, @Nullable UUID conversation) {

        /** An answer that holds nothing of any conversation. */
        public Reply(int status, Object body) {
            this(status, body, null);
        }
    }

    /** Does the work, or repeats the answer that it had. */
    public Uni<Response> once(SqlConnection connection, Request request, Supplier<Uni<Reply>> work) {
        if (request.key() == null) {
            return work.get().map(reply -> response(reply.status(), write(reply.body())));
        }
        if (request.key().isBlank() || request.key().length() > LONGEST_KEY) {
            throw ProblemException.validation("Idempotency-Key", "must have 1 to " + LONGEST_KEY + " characters");
        }
        return takeKey(connection, request, ContentHash.ofParts(List.of(write(request.request()))), work);
    }

    private Uni<Response> takeKey(SqlConnection connection, Request request, String hash, Supplier<Uni<Reply>> work) {
        return connection
                .preparedQuery("""
                        insert into idempotency (subject, operation, key, request_hash) values ($1, $2, $3, $4)
                        on conflict do nothing""")
                .execute(Tuple.of(request.subject(), request.operation(), request.key(), hash))
                .chain(inserted -> inserted.rowCount() == 1
                        ? work.get().chain(reply -> remember(connection, request, reply))
                        : repeat(connection, request, hash, work));
    }

    private Uni<Response> remember(SqlConnection connection, Request request, Reply reply) {
        String body = write(reply.body());
        return connection
                .preparedQuery("""
                        update idempotency set status = $4, body = $5, conversation_id = $6
                        where subject = $1 and operation = $2 and key = $3""")
                .execute(Tuple.of(
                        request.subject(),
                        request.operation(),
                        request.key(),
                        reply.status(),
                        body,
                        reply.conversation()))
                // Last, when no lock is waited for any more, since the deleted rows are locks themselves.
                .chain(() -> connection.query(DELETE_EXPIRED).execute())
                .map(deleted -> response(reply.status(), body));
    }

    /** What took the key may be erased or expired before it is read; then the key is free. */
    private Uni<Response> repeat(SqlConnection connection, Request request, String hash, Supplier<Uni<Reply>> work) {
        return connection
                .preparedQuery("""
                        select request_hash, status, body from idempotency
                        where subject = $1 and operation = $2 and key = $3""")
                .execute(Tuple.of(request.subject(), request.operation(), request.key()))
                .chain(rows -> rows.size() == 0
                        ? takeKey(connection, request, hash, work)
                        : Uni.createFrom().item(repeated(rows.iterator().next(), hash)));
    }

    private static Response repeated(Row row, String hash) {
        if (!row.getString("request_hash").equals(hash)) {
            throw new ProblemException(
                    ProblemType.IDEMPOTENCY_KEY_REUSED, "Use a new key for a new request", List.of());
        }
        return response(row.getInteger("status"), row.getString("body"));
    }

    private static Response response(int status, String body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(body)
                .build();
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

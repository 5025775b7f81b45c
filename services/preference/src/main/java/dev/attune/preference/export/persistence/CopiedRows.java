package dev.attune.preference.export.persistence;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.attune.model.Json;
import dev.attune.model.conversation.Message;
import dev.attune.preference.export.ExportRow;
import dev.attune.preference.export.ExportRow.Answer;
import dev.attune.preference.export.ExportRows;
import dev.attune.preference.pair.Coded;
import dev.attune.preference.pair.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Reads the rows of a snapshot by {@code COPY}, which streams: neither side ever holds more than a few. */
@ApplicationScoped
class CopiedRows implements ExportRows {

    private static final TypeReference<List<Message>> MESSAGES = new TypeReference<>() {};

    // COPY takes no parameters; a UUID's text cannot hold anything but digits and hyphens.
    private static final String COPY = """
            copy (
                select s.pair_id, t.conversation_id, s.turn_id, q.messages, s.chosen, c.text, s.rejected, r.text,
                    s.origin, s.probability, s.margin, array_to_string(s.judgments, ' '), s.model, s.ranking_revision
                from snapshot_pair s
                join turn t on t.id = s.turn_id
                join prompt q on q.turn_id = s.turn_id
                join response c on c.id = s.chosen
                join response r on r.id = s.rejected
                where s.snapshot_id = '%s'
                order by s.position
            ) to stdout (format text, encoding 'utf-8')""";

    /** The SQLSTATE with which a cancelled statement ends. */
    private static final String CANCELLED = "57014";

    private final DataSource dataSource;

    CopiedRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void read(UUID snapshotId, Consumer consumer) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            PGConnection postgres = connection.unwrap(PGConnection.class);
            CopyOut copy = postgres.getCopyAPI().copyOut(COPY.formatted(snapshotId));
            try {
                for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                    consumer.accept(row(CopyText.decode(row)));
                }
            } finally {
                end(copy, postgres);
            }
        } catch (SQLException e) {
            throw new IOException("The rows of the snapshot cannot be read", e);
        }
    }

    /**
     * Ends a copy before its time, so that the connection can serve the next who borrows it. The driver's own
     * {@code cancelCopy} leaves unread what is on the way already, and the next statement stumbles over that.
     */
    private static void end(CopyOut copy, PGConnection postgres) throws SQLException {
        if (!copy.isActive()) {
            return;
        }
        postgres.cancelQuery();
        try {
            while (copy.readFromCopy() != null) {
                // What is on the way already is read and dropped.
            }
        } catch (SQLException e) {
            if (!CANCELLED.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static ExportRow row(List<@Nullable String> fields) throws IOException {
        return new ExportRow(
                uuid(fields, 0),
                uuid(fields, 1),
                uuid(fields, 2),
                Json.mapper().readValue(text(fields, 3), MESSAGES),
                new Answer(uuid(fields, 4), text(fields, 5)),
                new Answer(uuid(fields, 6), text(fields, 7)),
                Coded.of(Origin.class, text(fields, 8)),
                Double.parseDouble(text(fields, 9)),
                Double.parseDouble(text(fields, 10)),
                uuids(text(fields, 11)),
                text(fields, 12),
                Long.parseLong(text(fields, 13)));
    }

    private static String text(List<@Nullable String> fields, int index) {
        return Objects.requireNonNull(fields.get(index), "no column of an export is nullable");
    }

    private static UUID uuid(List<@Nullable String> fields, int index) {
        return UUID.fromString(text(fields, index));
    }

    private static List<UUID> uuids(String joined) {
        return joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(" ")).map(UUID::fromString).toList();
    }
}

package dev.attune.scoring.registry.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.attune.model.Json;
import dev.attune.scoring.model.JudgedPair;
import dev.attune.scoring.model.ModelQuality;
import dev.attune.scoring.registry.ModelStore;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Keeps models through JDBC: at start there is no context yet that the reactive client could run on, and training blocks anyway. */
@Singleton
class JdbcModelStore implements ModelStore {

    private static final String ACTIVE = """
            select m.number, m.version, m.rubric, a.number as activation, m.bytes, m.metrics is not null as measured
            from activation a join model m on m.number = a.model_number
            where a.number = (select max(number) from activation) and m.form = ?""";

    private static final String ACTIVATE = """
            insert into activation (model_number, reason)
            select number, 'the service''s own' from model where version = ? returning number""";

    private static final String CLAIM = """
            update model set alive_at = now() where number = (
                select number from model
                where bytes is null and failure is null and coalesce(alive_at, '-infinity') < now() - interval '30 s'
                order by number for update skip locked limit 1)
            returning number, with_judgments""";

    private static final String FINISH = """
            update model set version = ?, form = ?, judgments = ?, bytes = ?, provenance = ?, metrics = ?::jsonb,
                             data_hash = ?, trained_at = now()
            where number = ? and bytes is null
              and not exists (select from model other where other.version = ?)""";

    /** A tie is half a judgment for each side; one that says how much better weighs that much. */
    private static final String JUDGED = """
            select t.conversation_id, t.message::jsonb ->> 'text' as client, l.text as left_text, r.text as right_text,
                   sum(case j.outcome when 'left' then coalesce(j.degree, 1) when 'tie' then 0.5 else 0 end) as left_wins,
                   sum(case j.outcome when 'right' then coalesce(j.degree, 1) when 'tie' then 0.5 else 0 end) as right_wins
            from judgment j join turn t on t.turn_id = j.turn_id,
                 lateral (select c ->> 'text' as text from jsonb_array_elements(t.message::jsonb -> 'candidates') c
                          where c ->> 'responseId' = j.left_id::text) l,
                 lateral (select c ->> 'text' as text from jsonb_array_elements(t.message::jsonb -> 'candidates') c
                          where c ->> 'responseId' = j.right_id::text) r
            where j.outcome in ('left', 'right', 'tie')
            group by t.turn_id, j.left_id, j.right_id, client, left_text, right_text
            order by t.turn_id desc, j.left_id, j.right_id limit ?""";

    private final DataSource database;

    JdbcModelStore(DataSource database) {
        this.database = database;
    }

    @Override
    public ActiveModel findOrAdd(String form, String version, Supplier<NewModel> make) {
        return inTransaction(connection -> {
            lock(connection);
            Optional<ActiveModel> known = active(connection, form);
            if (known.isPresent()) {
                return known.get();
            }
            if (!isKnown(connection, version)) {
                insert(connection, form, make.get());
            }
            activate(connection, version);
            return active(connection, form).orElseThrow();
        });
    }

    @Override
    public void saveQuality(long number, ModelQuality quality) {
        inTransaction(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update model set metrics = ?::jsonb where number = ?")) {
                update.setString(1, json(quality));
                update.setLong(2, number);
                return update.executeUpdate();
            }
        });
    }

    @Override
    public Optional<Training> claim() {
        return inTransaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(CLAIM);
                    ResultSet row = update.executeQuery()) {
                return row.next()
                        ? Optional.of(new Training(row.getLong("number"), row.getBoolean("with_judgments")))
                        : Optional.empty();
            }
        });
    }

    @Override
    public void keepAlive(long number) {
        inTransaction(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update model set alive_at = now() where number = ?")) {
                update.setLong(1, number);
                return update.executeUpdate();
            }
        });
    }

    @Override
    public boolean isKnown(String version) {
        return inTransaction(connection -> isKnown(connection, version));
    }

    @Override
    public boolean finish(long number, String form, NewModel model) {
        boolean finished = inTransaction(connection -> {
            lock(connection);
            try (PreparedStatement update = connection.prepareStatement(FINISH)) {
                update.setString(1, model.version());
                update.setString(2, form);
                update.setLong(3, model.judgments());
                update.setBytes(4, model.bytes());
                update.setString(5, model.provenance());
                update.setString(6, json(model.quality()));
                update.setString(7, model.dataHash());
                update.setLong(8, number);
                update.setString(9, model.version());
                return update.executeUpdate() == 1;
            }
        });
        if (!finished) {
            fail(number, NOTHING_NEW.formatted(model.version()));
        }
        return finished;
    }

    @Override
    public void fail(long number, String reason) {
        inTransaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update model set failure = ? where number = ? and bytes is null and failure is null")) {
                update.setString(1, reason);
                update.setLong(2, number);
                return update.executeUpdate();
            }
        });
    }

    @Override
    public List<JudgedPair> judgedPairs(int limit) {
        return inTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(JUDGED)) {
                select.setInt(1, limit);
                List<JudgedPair> pairs = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        pairs.add(new JudgedPair(
                                row.getString("conversation_id"),
                                row.getString("client"),
                                row.getString("left_text"),
                                row.getString("right_text"),
                                row.getDouble("left_wins"),
                                row.getDouble("right_wins")));
                    }
                }
                return pairs;
            }
        });
    }

    /** Work on a connection. */
    private interface Work<T extends @Nullable Object> {
        T of(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.of(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the register of models cannot be used", e);
        }
    }

    /** Replicas that start together queue here until the transaction ends. */
    private static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(hashtext(current_schema() || '.model'))");
        }
    }

    private static Optional<ActiveModel> active(Connection connection, String form) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ACTIVE)) {
            select.setString(1, form);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new ActiveModel(
                                row.getLong("number"),
                                row.getString("version"),
                                row.getString("rubric"),
                                row.getLong("activation"),
                                row.getBytes("bytes"),
                                row.getBoolean("measured")))
                        : Optional.empty();
            }
        }
    }

    private static boolean isKnown(Connection connection, String version) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select from model where version = ?")) {
            select.setString(1, version);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void insert(Connection connection, String form, NewModel model) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into model (version, form, data_hash, judgments, rubric, bytes, provenance, metrics, trained_at)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, now())""")) {
            insert.setString(1, model.version());
            insert.setString(2, form);
            insert.setString(3, model.dataHash());
            insert.setLong(4, model.judgments());
            insert.setString(5, model.rubric());
            insert.setBytes(6, model.bytes());
            insert.setString(7, model.provenance());
            insert.setString(8, json(model.quality()));
            insert.executeUpdate();
        }
    }

    private static void activate(Connection connection, String version) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ACTIVATE)) {
            insert.setString(1, version);
            insert.executeQuery().close();
        }
    }

    private static @Nullable String json(@Nullable ModelQuality quality) {
        try {
            return quality == null ? null : Json.mapper().writeValueAsString(quality);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a quality is always JSON", e);
        }
    }
}

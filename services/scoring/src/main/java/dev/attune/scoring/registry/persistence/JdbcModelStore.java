package dev.attune.scoring.registry.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.attune.model.Json;
import dev.attune.scoring.model.ModelQuality;
import dev.attune.scoring.registry.ModelStore;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Keeps models through JDBC: at start there is no context yet that the reactive client could run on. */
@Singleton
class JdbcModelStore implements ModelStore {

    private final DataSource database;

    JdbcModelStore(DataSource database) {
        this.database = database;
    }

    @Override
    public StoredModel findOrAdd(String version, Supplier<NewModel> make) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                lock(connection);
                Optional<StoredModel> known = find(connection, version);
                StoredModel model = known.isPresent() ? known.get() : insert(connection, version, make.get());
                activate(connection, version);
                connection.commit();
                return model;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the register of models cannot be used", e);
        }
    }

    @Override
    public void saveQuality(String version, ModelQuality quality) {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update model set metrics = ?::jsonb where version = ?")) {
            update.setString(1, Json.mapper().writeValueAsString(quality));
            update.setString(2, version);
            update.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the quality of a model cannot be saved", e);
        }
    }

    /** Replicas that start together queue here until the transaction ends. */
    private static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(hashtext(current_schema() || '.model'))");
        }
    }

    private static Optional<StoredModel> find(Connection connection, String version) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select number, bytes, metrics is not null as measured from model where version = ?")) {
            select.setString(1, version);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new StoredModel(
                                row.getLong("number"), row.getBytes("bytes"), row.getBoolean("measured")))
                        : Optional.empty();
            }
        }
    }

    private static StoredModel insert(Connection connection, String version, NewModel model) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into model (version, corpus_hash, rubric, bytes) values (?, ?, ?, ?) returning number""")) {
            insert.setString(1, version);
            insert.setString(2, model.corpusHash());
            insert.setString(3, model.rubric());
            insert.setBytes(4, model.bytes());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return new StoredModel(row.getLong("number"), model.bytes(), false);
            }
        }
    }

    private static void activate(Connection connection, String version) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update model set active = (version = ?) where active <> (version = ?)")) {
            update.setString(1, version);
            update.setString(2, version);
            update.executeUpdate();
        }
    }
}

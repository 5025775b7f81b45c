package dev.attune.foundation.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.foundation.testing.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class OutboxMigrationQuarkusTest {

    private static final String SCHEMA = "outbox_migration";

    @Inject
    DataSource source;

    @Test
    void shouldKeepWhatWaitsInAnOutboxOfText() throws SQLException {
        migrate("20261120.0900");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into outbox_migration.outbox (message_id, topic, key, type, payload)
                    values (gen_random_uuid(), 'a.topic', 'a key', 'a.type', '{"näher":"\\n"}')""");
        }

        migrate("latest");

        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select convert_from(key, 'UTF8'), type, convert_from(payload, 'UTF8')
                        from outbox_migration.outbox""")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("a key");
            assertThat(rows.getString(2)).isEqualTo("a.type");
            assertThat(rows.getString(3)).isEqualTo("{\"näher\":\"\\n\"}");
            assertThat(rows.next()).isFalse();
        }
    }

    private void migrate(String target) {
        Flyway.configure(OutboxMigrationQuarkusTest.class.getClassLoader())
                .dataSource(source)
                .schemas(SCHEMA)
                .locations("db/foundation")
                .target(target)
                .load()
                .migrate();
    }
}

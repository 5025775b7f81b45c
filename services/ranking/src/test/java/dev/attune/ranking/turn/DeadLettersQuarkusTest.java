package dev.attune.ranking.turn;

import static dev.attune.foundation.testing.TestTokens.bearer;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.attune.foundation.testing.Servers;
import dev.attune.foundation.testing.TestTopics;
import dev.attune.model.message.MessageType;
import dev.attune.ranking.testing.TestPlatform;
import dev.attune.ranking.testing.TestTurn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the service could not apply, as an operator meets it. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class DeadLettersQuarkusTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String LETTERS = "/v1/dead-letters/ranking";

    @Inject
    TestPlatform platform;

    @Test
    void shouldShowAPoisonMessageAndLetItBeDiscarded() {
        TestTurn turn = TestTurn.withResponses(2);
        TestTopics.sendBytes(
                MessageType.TURN_CHANGED,
                MessageType.TURN_CHANGED.type(),
                turn.conversation(),
                "{\"turnId\":".getBytes(UTF_8));

        String id = await().atMost(SOON)
                .until(() -> letterOf(turn), Optional::isPresent)
                .orElseThrow();

        admin().get(LETTERS + "?limit=500")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '%s' }.reason".formatted(id), equalTo("unreadable"))
                .body("items.find { it.id == '%s' }.topic".formatted(id), equalTo("attune.turns"));
        admin().get(LETTERS + "/" + id)
                .then()
                .statusCode(200)
                .body("key.value", equalTo(turn.conversation().toString()))
                .body("payload", equalTo(Map.of("encoding", "utf-8", "value", "{\"turnId\":")));
        admin().delete(LETTERS + "/" + id).then().statusCode(204);
        admin().get(LETTERS + "/" + id).then().statusCode(404);
    }

    private Optional<String> letterOf(TestTurn turn) {
        var rows = platform.sql(
                "select id from dead_letter where convert_from(key, 'UTF8') = $1",
                turn.conversation().toString());
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next().getUUID("id").toString());
    }

    private static RequestSpecification admin() {
        return given().header("Authorization", bearer("admin", "root", "*"));
    }
}

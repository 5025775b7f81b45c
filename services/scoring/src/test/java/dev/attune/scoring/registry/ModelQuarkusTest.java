package dev.attune.scoring.registry;

import static dev.attune.foundation.testing.TestTokens.bearer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.attune.foundation.testing.Servers;
import dev.attune.model.Ids;
import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.rubric.Rubric;
import dev.attune.scoring.registry.ModelStore.NewModel;
import dev.attune.scoring.registry.ModelStore.StoredModel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class ModelQuarkusTest {

    @Inject
    ModelStore store;

    @Inject
    CurrentModel current;

    @Inject
    LoadModel loadModel;

    @Inject
    DataSource database;

    @BeforeEach
    void waitForTheModel() {
        await().atMost(Duration.ofSeconds(60)).until(() -> current.isLoaded());
    }

    @AfterEach
    void forgetOtherModels() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from model where version like 'test@%'");
            statement.execute("update model set active = true");
        }
    }

    @Test
    void shouldBeReadyWithAModel() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'model' }.status", equalTo("UP"));
    }

    @Test
    void shouldListTheModelWithItsQuality() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat((Object) models().get("items[0].metrics")).isNotNull());

        JsonPath models = models();
        String version = models.getString("items[0].version");
        assertThat(version).matches("planner-linear@[0-9a-f]{12}");
        assertThat(models.getBoolean("items[0].active")).isTrue();
        assertThat(models.getString("items[0].rubric"))
                .isEqualTo(Rubric.finance().version());
        assertThat(models.getString("items[0].corpusHash"))
                .isEqualTo(SeedCorpus.finance().hash());
        assertThat(models.getDouble("items[0].metrics.pairAccuracy")).isBetween(0.65, 1.0);
        assertThat(models.getInt("items[0].metrics.pairs")).isGreaterThan(100);
        given().header("Authorization", bearer("rater", "ann"))
                .get("/v1/models")
                .then()
                .statusCode(403);
        given().header("Authorization", bearer("reviewer", "ann"))
                .get("/v1/models?after=x")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("after"));
    }

    @Test
    void shouldPageFromTheNewestModel() {
        store.findOrAdd("test@" + Ids.next(), () -> new NewModel("c", "r", new byte[] {1}));

        JsonPath first = models("?limit=1");
        assertThat(first.getString("items[0].version")).startsWith("test@");
        assertThat(first.getBoolean("items[0].active")).isTrue();
        JsonPath second = models("?limit=1&after=" + first.getString("next"));
        assertThat(second.getString("items[0].version")).startsWith("planner-linear@");
        assertThat(second.getBoolean("items[0].active")).isFalse();
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void shouldLoadWhatIsStoredInsteadOfTrainingAgain() throws SQLException {
        JsonPath before = models();

        String version = loadModel.load();

        assertThat(version).isEqualTo(before.getString("items[0].version"));
        assertThat(models().getList("items.trainedAt")).isEqualTo(before.getList("items.trainedAt"));
    }

    @Test
    void shouldLetOneOfSeveralReplicasTrain() throws Exception {
        String version = "test@" + Ids.next();
        AtomicInteger trainings = new AtomicInteger();
        List<Future<StoredModel>> replicas = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 6; i++) {
                replicas.add(threads.submit(() -> store.findOrAdd(version, () -> {
                    trainings.incrementAndGet();
                    return new NewModel("c", "r", new byte[] {7, 8});
                })));
            }
        }

        assertThat(trainings).hasValue(1);
        long number = replicas.getFirst().get().number();
        for (Future<StoredModel> replica : replicas) {
            assertThat(replica.get().number()).isEqualTo(number);
            assertThat(replica.get().bytes()).containsExactly(7, 8);
        }
    }

    @Test
    void shouldKeepNothingOfATrainingThatFails() {
        String version = "test@" + Ids.next();
        assertThat(catchThrowable(() -> store.findOrAdd(version, () -> {
                    throw new IllegalArgumentException("no data");
                })))
                .hasMessage("no data");

        StoredModel model = store.findOrAdd(version, () -> new NewModel("c", "r", new byte[] {9}));

        assertThat(model.bytes()).containsExactly(9);
        assertThat(model.measured()).isFalse();
    }

    @Test
    void shouldShowTheRubricToRatersAndReviewers() {
        for (String role : List.of("rater", "reviewer", "admin")) {
            given().header("Authorization", bearer(role, "ann"))
                    .get("/v1/rubrics")
                    .then()
                    .statusCode(200)
                    .body("items.version", contains(Rubric.finance().version()))
                    .body("items[0].criteria", hasSize(6))
                    .body("items[0].criteria.code", hasItem("empathy"))
                    .body("items[0].criteria[0].anchors.'1'", equalTo("Dismisses, shames or talks past the feeling"));
        }
        given().header("Authorization", bearer("nobody", "ann"))
                .get("/v1/rubrics")
                .then()
                .statusCode(403);
    }

    private static JsonPath models() {
        return models("");
    }

    private static JsonPath models(String query) {
        return given().header("Authorization", bearer("reviewer", "ann"))
                .get("/v1/models" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}

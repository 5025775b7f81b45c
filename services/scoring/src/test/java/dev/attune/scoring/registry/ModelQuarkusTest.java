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
import dev.attune.scoring.registry.ModelStore.ActiveModel;
import dev.attune.scoring.registry.ModelStore.NewModel;
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

    private static final String FORM = "test";

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
            statement.execute("delete from activation where model_number in (select number from model where form = '"
                    + FORM + "')");
            statement.execute("delete from model where form = '" + FORM + "'");
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
        await().atMost(Duration.ofSeconds(120))
                .untilAsserted(() -> assertThat((Object) models().get("items.find { it.state == 'active' }.metrics"))
                        .isNotNull());

        JsonPath models = models();
        models.setRootPath("items.find { it.state == 'active' }");
        assertThat(models.getString("version")).matches("planner-linear@[0-9a-f]{12}");
        assertThat(models.getString("rubric")).isEqualTo(Rubric.finance().version());
        assertThat(models.getString("dataHash")).isEqualTo(SeedCorpus.finance().hash());
        assertThat(models.getDouble("metrics.pairAccuracy")).isBetween(0.8, 1.0);
        assertThat(models.getDouble("metrics.rubricKappa")).isBetween(0.6, 1.0);
        assertThat(models.getInt("metrics.pairs")).isGreaterThan(100);
        assertThat(models.getList("metrics.confusion.empathy")).hasSize(5);
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
    void shouldTellOfAModelHowItWasTrained() {
        String version = models().getString("items.find { it.state == 'active' }.version");
        given().header("Authorization", bearer("reviewer", "ann"))
                .get("/v1/models/" + version)
                .then()
                .statusCode(200)
                .body("version", equalTo(version))
                .body(
                        "provenance.preferences.class-name",
                        equalTo("dev.attune.scoring.learn.tribuo.LibLinearLearner$Classifier"))
                .body("provenance.preferences.cost", equalTo("3.0"));
        given().header("Authorization", bearer("reviewer", "ann"))
                .get("/v1/models/planner-linear@nothing")
                .then()
                .statusCode(404);
    }

    @Test
    void shouldPageFromTheNewestModel() {
        String version = "test@" + Ids.next();
        store.findOrAdd(FORM, version, () -> model(version, 1));

        JsonPath first = models("?limit=1");
        assertThat(first.getString("items[0].version")).startsWith("test@");
        JsonPath second = models("?limit=1&after=" + first.getString("next"));
        assertThat(second.getLong("items[0].number")).isLessThan(first.getLong("items[0].number"));
    }

    @Test
    void shouldLoadWhatIsStoredInsteadOfTrainingAgain() {
        JsonPath before = models();

        String version = loadModel.load();

        assertThat(version).isEqualTo(before.getString("items.find { it.state == 'active' }.version"));
        assertThat(models().getList("items.trainedAt")).isEqualTo(before.getList("items.trainedAt"));
    }

    @Test
    void shouldLetOneOfSeveralReplicasTrain() throws Exception {
        String version = "test@" + Ids.next();
        AtomicInteger trainings = new AtomicInteger();
        List<Future<ActiveModel>> replicas = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 6; i++) {
                replicas.add(threads.submit(() -> store.findOrAdd(FORM, version, () -> {
                    trainings.incrementAndGet();
                    return model(version, 7, 8);
                })));
            }
        }

        assertThat(trainings).hasValue(1);
        ActiveModel first = replicas.getFirst().get();
        for (Future<ActiveModel> replica : replicas) {
            assertThat(replica.get().number()).isEqualTo(first.number());
            assertThat(replica.get().activation()).isEqualTo(first.activation());
            assertThat(replica.get().bytes()).containsExactly(7, 8);
        }
    }

    @Test
    void shouldKeepNothingOfATrainingThatFails() {
        String version = "test@" + Ids.next();
        assertThat(catchThrowable(() -> store.findOrAdd(FORM, version, () -> {
                    throw new IllegalArgumentException("no data");
                })))
                .hasMessage("no data");

        ActiveModel model = store.findOrAdd(FORM, version, () -> model(version, 9));

        assertThat(model.bytes()).containsExactly(9);
        assertThat(model.measured()).isFalse();
    }

    private static NewModel model(String version, int... bytes) {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        return new NewModel(version, "c", 0, "r", content, "{}", null);
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

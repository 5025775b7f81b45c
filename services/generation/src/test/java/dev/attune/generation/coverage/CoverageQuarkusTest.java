package dev.attune.generation.coverage;

import static dev.attune.generation.Api.as;
import static dev.attune.generation.Api.counts;
import static dev.attune.generation.Api.freshAnonymisingDataset;
import static dev.attune.generation.Api.freshDataset;
import static dev.attune.generation.Api.importInto;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.attune.foundation.testing.Servers;
import dev.attune.generation.Api;
import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.coverage.Coverage;
import dev.attune.model.coverage.CoverageView;
import dev.attune.model.coverage.Outline;
import dev.attune.model.vertical.Vertical;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class CoverageQuarkusTest {

    @Test
    void shouldCountADatasetAsItsFileIsCounted() {
        String dataset = freshDataset();
        importInto(dataset, "attune", SeedCorpus.pilot().bytes());

        assertThat(coverage(dataset)).isEqualTo(expected(SeedCorpus.pilot()));
    }

    @Test
    void shouldTellOfTheCorpusWhereNoDatasetIsNamed() {
        CoverageView view = as("reviewer", "*")
                .get("/v1/coverage")
                .then()
                .statusCode(200)
                .extract()
                .as(CoverageView.class);

        assertThat(view).isEqualTo(expected(SeedCorpus.finance()));
    }

    @Test
    void shouldCountWhatCameWithoutLabelsAsUnlabelled() {
        String dataset = freshDataset();
        Api.post(
                        dataset,
                        "{\"dataset\":\"%s\",\"turns\":[{\"client\":\"one\",\"responses\":[{\"text\":\"a\"}]},{\"client\":\"two\"}]}"
                                .formatted(dataset))
                .then()
                .statusCode(201);

        CoverageView view = coverage(dataset);

        assertThat(view.conversations()).isEqualTo(1);
        assertThat(view.turns()).isEqualTo(2);
        assertThat(view.unlabelled()).isEqualTo(2);
        assertThat(view.met()).isFalse();
    }

    @Test
    void shouldKeepNoLabelThatIsNoCode() {
        String dataset = freshAnonymisingDataset();
        String row =
                "{\"topic\":\"call Jane at 555-0100\",\"persona\":\"jane\",\"turns\":[{\"client\":\"c\",\"emotions\":"
                        + "[{\"emotion\":\"jane's fear\",\"confidence\":0.5},{\"emotion\":\"fear\",\"confidence\":0.4}],"
                        + "\"intensity\":7,\"strategies\":[\"reframe\",\"tell jane\"]}]}";
        importInto(dataset, "attune", row.getBytes(UTF_8));

        CoverageView view = coverage(dataset);

        assertThat(view.unlabelled()).isZero();
        assertThat(view.targets())
                .filteredOn(target -> target.code().equals("topics"))
                .allMatch(target -> target.have() == 0);
        assertThat(view.targets())
                .filteredOn(target -> target.code().equals("strategies"))
                .flatExtracting(CoverageView.TargetView::missing)
                .filteredOn(cell -> cell.cell().equals("reframe"))
                .extracting(CoverageView.CellView::have)
                .containsExactly(1);
    }

    @Test
    void shouldRefuseARowWhoseLabelsHaveAnotherForm() {
        String dataset = freshDataset();
        String row = "{\"turns\":[{\"client\":\"c\",\"emotions\":[{\"emotion\":\"fear\",\"confidence\":\"much\"}]}]}\n"
                + "{\"turns\":[{\"client\":\"d\"}]}\n";

        var lines = importInto(dataset, "attune", row.getBytes(UTF_8));

        assertThat(lines.getFirst())
                .containsEntry("line", 1)
                .containsEntry("reason", "wrong_type")
                .containsEntry("field", "turns/0/emotions/0/confidence");
        assertThat(counts(lines)).containsEntry("accepted", 1).containsEntry("refused", 1);
    }

    @Test
    void shouldAskForAccessAndADatasetThatExists() {
        String dataset = freshDataset();

        as("rater", dataset).get("/v1/coverage?dataset=" + dataset).then().statusCode(403);
        as("reviewer", "other").get("/v1/coverage?dataset=" + dataset).then().statusCode(403);
        as("reviewer", "*")
                .get("/v1/coverage?dataset=nowhere")
                .then()
                .statusCode(404)
                .body("title", equalTo("There is no such thing"));
    }

    private static CoverageView coverage(String dataset) {
        return as("reviewer", dataset)
                .get("/v1/coverage?dataset=" + dataset)
                .then()
                .statusCode(200)
                .extract()
                .as(CoverageView.class);
    }

    private static CoverageView expected(SeedCorpus corpus) {
        return CoverageView.from(Coverage.measure(
                Vertical.finance(),
                corpus.conversations().stream().map(Outline::of).toList()));
    }
}

package dev.attune.generation.importing;

import static dev.attune.generation.Api.counts;
import static dev.attune.generation.Api.freshDataset;
import static dev.attune.generation.Api.importInto;
import static dev.attune.generation.Api.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.attune.foundation.testing.Servers;
import dev.attune.model.message.TurnChanged;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On real data, where they lie beside the checkout. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class HhRlhfDataQuarkusTest {

    private static final Path DATA = Path.of("../../../shared/data/hh_rlhf_harmless_test/harmless_test_dev.jsonl.gz");

    @Test
    void shouldImportRealData() throws IOException {
        assumeTrue(Files.exists(DATA), "the data of HH-RLHF do not lie beside the checkout");
        String dataset = freshDataset();
        byte[] body = Files.readAllBytes(DATA);

        List<Map<String, Object>> first = importInto(dataset, "hh-rlhf", body);
        List<Map<String, Object>> second = importInto(dataset, "hh-rlhf", body);

        assertThat(counts(first))
                .isEqualTo(Map.of(
                        "rows", 1376,
                        "accepted", 1370,
                        "unchanged", 0,
                        "refused", 6,
                        "turns", 1370,
                        "responses", 2740));
        assertThat(first.subList(0, 6))
                .extracting(line -> line.get("line") + " " + line.get("reason") + " " + line.get("field"))
                .containsExactly(
                        "411 not_alternating chosen",
                        "463 not_alternating chosen",
                        "566 empty_answer chosen",
                        "670 empty_answer chosen",
                        "1007 not_alternating chosen",
                        "1109 not_alternating chosen");
        assertThat(counts(second)).containsEntry("unchanged", 1370).containsEntry("refused", 6);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(messages(dataset)).hasSize(1370));
        assertThat(messages(dataset))
                .extracting(TurnChanged::candidates)
                .allMatch(candidates -> candidates.size() == 2);
    }
}

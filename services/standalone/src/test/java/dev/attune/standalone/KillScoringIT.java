package dev.attune.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.standalone.client.AttuneClient;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Scoring is killed while conversations arrive; nothing is lost and nothing is counted twice. */
class KillScoringIT {

    private static final int CONVERSATIONS = 500;
    private static final String DATASET = "it-kill-scoring";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final SharedPlatform shared = SharedPlatform.get();

    @Test
    void shouldScoreEveryTurnOnceThoughScoringIsKilled() throws Exception {
        AttuneClient client = shared.curator();
        List<String> lines = IntStream.range(0, CONVERSATIONS)
                .mapToObj(KillScoringIT::conversation)
                .toList();
        client.createDataset(DATASET, "Apache-2.0", "A system test's", false);
        CompletableFuture<JsonNode> arriving = CompletableFuture.supplyAsync(
                () -> client.importData(DATASET, "attune", "test", () -> new SlowLines(lines), refusal -> {}));
        await().atMost(PATIENCE)
                .until(() -> client.datasetProgress(DATASET).path("scored").asInt() > 20);
        ProcessHandle scoring = shared.platform().process("scoring").orElseThrow();
        assertThat(arriving).isNotDone();
        assertThat(scoring.destroyForcibly()).isTrue();
        assertThat(arriving.get(2, TimeUnit.MINUTES).at("/counts/accepted").asInt())
                .isEqualTo(CONVERSATIONS);

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode progress = client.datasetProgress(DATASET);
            assertThat(progress.path("turns").asInt()).isEqualTo(CONVERSATIONS);
            assertThat(progress.path("settled").asBoolean()).isTrue();
        });
        assertThat(shared.platform().process("scoring").orElseThrow().pid()).isNotEqualTo(scoring.pid());
        await().atMost(PATIENCE).until(() -> shared.outboxes() == 0);
        assertThat(shared.deadLetters()).isZero();
        assertLedger();

        JsonNode again = shared.importLines(DATASET, "attune", lines);
        assertThat(again.at("/counts/unchanged").asInt()).isEqualTo(CONVERSATIONS);
        assertThat(again.at("/counts/accepted").asInt()).isZero();
        assertThat(again.at("/counts/refused").asInt()).isZero();
        assertThat(shared.outboxes()).isZero();
        assertLedger();
    }

    /** One turn, one score, one ranking, one pair of each conversation; all of the same two responses. */
    private void assertLedger() {
        String of = " where dataset = '" + DATASET + "'";
        assertThat(shared.count("select count(*) from generation.turn" + of)).isEqualTo(CONVERSATIONS);
        assertThat(shared.count(
                        "select count(*) from generation.response r join generation.turn t on t.id = r.turn_id" + of))
                .isEqualTo(2 * CONVERSATIONS);
        assertThat(shared.count("select count(*) from scoring.score" + of)).isEqualTo(CONVERSATIONS);
        assertThat(shared.count("select count(*) from ranking.turn" + of)).isEqualTo(CONVERSATIONS);
        assertThat(shared.count("select count(*) from ranking.comparison" + of)).isEqualTo(CONVERSATIONS);
        assertThat(shared.count("select count(*) from ranking.ranking r join ranking.turn t on t.id = r.turn_id" + of))
                .isEqualTo(CONVERSATIONS);
        assertThat(shared.count("select count(*) from preference.turn" + of)).isEqualTo(CONVERSATIONS);
        assertThat(shared.count("select count(*) from preference.pair" + of)).isEqualTo(CONVERSATIONS);
        assertThat(shared.count("select count(*) from generation.turn g join preference.turn p on p.id = g.id"
                        + " join scoring.score s on s.turn_id = g.id where g.dataset = '" + DATASET + "'"
                        + " and s.turn_revision = g.revision and p.revision = g.revision"))
                .isEqualTo(CONVERSATIONS);
    }

    private static String conversation(int number) {
        return """
                {"id":"c%d","turns":[{"client":"It is the %d. of the month and I have not opened the letter.",\
                "responses":[{"text":"Number %d can wait a minute. What happens in you when you see it?"},\
                {"text":"Open letter %d now, you should know better."}]}]}""".formatted(number, number, number, number);
    }

    /** Gives one line at a time with a pause before it, as a source does that is still being written. */
    private static final class SlowLines extends InputStream {

        private static final Duration PAUSE = Duration.ofMillis(30);

        private final Iterator<String> lines;
        private byte[] line = new byte[0];
        private int position;

        SlowLines(List<String> lines) {
            this.lines = lines.iterator();
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (position == line.length) {
                if (!lines.hasNext()) {
                    return -1;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
                line = (lines.next() + "\n").getBytes(StandardCharsets.UTF_8);
                position = 0;
            }
            int count = Math.min(length, line.length - position);
            System.arraycopy(line, position, target, offset, count);
            position += count;
            return count;
        }
    }
}

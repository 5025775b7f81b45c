package dev.attune.generation.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.attune.generation.conversation.ConversationFactory;
import dev.attune.generation.conversation.TestFactory;
import dev.attune.generation.importing.format.Records;
import dev.attune.generation.importing.format.Speakers;
import dev.attune.generation.importing.format.TestReaders;
import dev.attune.model.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BatchReaderTest {

    private final ConversationFactory factory = TestFactory.withoutGenerator();

    @Test
    void shouldHoldOneSmallBatchOfAStreamOfAnyLength() {
        BatchReader reader = reader(new GeneratedRows(100_000, 100_000, 600));
        long rows = 0;
        int batches = 0;
        Batch batch;
        do {
            batch = reader.next();
            rows += batch.rows();
            batches++;
            assertThat(batch.conversations().size()).isLessThanOrEqualTo(BatchReader.MOST_CONVERSATIONS);
        } while (batch.state() == ImportState.RUNNING);

        assertThat(rows).isEqualTo(100_000);
        assertThat(batches).isEqualTo(501);
        assertThat(batch.state()).isEqualTo(ImportState.DONE);
    }

    @Test
    void shouldEndABatchOfLongTextsEarly() {
        Batch batch = reader(new GeneratedRows(500, 500, 30_000)).next();

        assertThat(batch.conversations()).hasSizeBetween(60, 75);
        assertThat(batch.state()).isEqualTo(ImportState.RUNNING);
    }

    @Test
    void shouldEndABatchOfNothingButRefusalsToo() {
        Batch batch = reader(new ByteArrayInputStream("nonsense\n".repeat(5_000).getBytes(UTF_8)))
                .next();

        assertThat(batch.refusals()).hasSize(BatchReader.MOST_ROWS);
        assertThat(batch.refusals().getLast().line()).isEqualTo(BatchReader.MOST_ROWS);
    }

    @Test
    void shouldKeepWhatCameBeforeTheStreamBroke() {
        InputStream broken = new InputStream() {
            private final InputStream rows = new GeneratedRows(3, 3, 100);

            @Override
            public int read() throws IOException {
                int next = rows.read();
                if (next < 0) {
                    throw new IOException("reset");
                }
                return next;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int next = read();
                target[offset] = (byte) next;
                return 1;
            }
        };

        Batch batch = reader(broken).next();

        assertThat(batch.conversations()).hasSize(3);
        assertThat(batch.rows()).isEqualTo(4);
        assertThat(batch.state()).isEqualTo(ImportState.BROKEN);
        assertThat(batch.refusals())
                .extracting(Refusal::line, Refusal::reason)
                .containsExactly(tuple(4L, "broken_stream"));
    }

    @Test
    void shouldSkipALineThatIsTooLong() {
        String huge = "x".repeat(Records.MOST_BYTES + 1);
        InputStream rows = new SequenceInputStream(
                new ByteArrayInputStream((huge + "\n").getBytes(UTF_8)), new GeneratedRows(1, 1, 100));

        Batch batch = reader(rows).next();

        assertThat(batch.conversations()).hasSize(1);
        assertThat(batch.conversations().getFirst().origin().line()).isEqualTo(2);
        assertThat(batch.refusals())
                .extracting(Refusal::line, Refusal::reason)
                .containsExactly(tuple(1L, "line_too_long"));
    }

    private BatchReader reader(InputStream body) {
        Import running = new Import(
                Ids.next(),
                "set",
                "test",
                "trl-preference",
                false,
                ImportState.RUNNING,
                ImportCounts.NONE,
                Instant.EPOCH,
                null);
        return new BatchReader(
                body, plain -> TestReaders.of("trl-preference").open(plain, Speakers.USUAL), factory, running);
    }
}

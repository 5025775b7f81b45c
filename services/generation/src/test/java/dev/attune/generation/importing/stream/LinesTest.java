package dev.attune.generation.importing.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void shouldSplitAndPassOverBlankLines() throws IOException {
        assertThat(read("\uFEFFone\r\n\n  \t\r\ntwo\nthree")).containsExactly("1:one", "4:two", "5:three");
        assertThat(read("")).isEmpty();
        assertThat(read("\n\n")).isEmpty();
        assertThat(read("a\n")).containsExactly("1:a");
    }

    @Test
    void shouldSkipLinesThatAreTooLong() throws IOException {
        String longest = "x".repeat(100);
        assertThat(read(longest + "\n" + longest + "y\nz\n" + "w".repeat(800)))
                .containsExactly("1:" + longest, "2 too long", "3:z", "4 too long");
        InputStream blocks = new ByteArrayInputStream(("w".repeat(300_000) + "\nz").getBytes(UTF_8));
        assertThat(all(new Lines(blocks, 100_000))).containsExactly("1 too long", "2:z");
    }

    @Test
    void shouldNotWaitForEverForTheEndOfALine() {
        Lines lines = new Lines(new ByteArrayInputStream(("a\n" + "w".repeat(801)).getBytes(UTF_8)), 100);
        assertThatThrownBy(() -> all(lines)).isInstanceOf(EndlessLineException.class);
        assertThat(lines.number()).isEqualTo(2);
    }

    @Test
    void shouldTellBlankLinesIfAskedFor() throws IOException {
        Lines lines = new Lines(new ByteArrayInputStream("a\r\n\n \nb".getBytes(UTF_8)), 100);
        List<String> read = new ArrayList<>();
        for (Line line = lines.nextOrBlank(); line != null; line = lines.nextOrBlank()) {
            read.add(line instanceof Line.Whole(var number, var bytes) ? number + ":" + new String(bytes, UTF_8) : "?");
        }
        assertThat(read).containsExactly("1:a", "2:", "3: ", "4:b");
    }

    @Test
    void shouldBreakAtABombOfGzip() throws IOException {
        byte[] bomb = bomb(1_100);
        assertThat(bomb.length).isBetween(1_000_000, 1_300_000);
        InputStream unpacked = Unpacked.open(new ByteArrayInputStream(bomb));
        long[] read = {0};
        assertThatThrownBy(() -> {
                    byte[] block = new byte[64 * 1024];
                    for (int count = unpacked.read(block); count >= 0; count = unpacked.read(block)) {
                        read[0] += count;
                    }
                })
                .isInstanceOf(GzipBombException.class);
        assertThat(read[0]).isBetween(Unpacked.MOST_FREE - 64 * 1024, Unpacked.MOST_FREE * 12 / 10);
    }

    @Test
    void shouldTakeWhatIsOnlyPackedWell() throws IOException {
        assertThat(Unpacked.open(new ByteArrayInputStream(bomb(90))).skip(200L << 20))
                .isEqualTo(90L << 20);
    }

    @Test
    void shouldUnpackOnce() throws IOException {
        byte[] twice = gzip(gzip("one\n"));
        assertThat(Unpacked.open(new ByteArrayInputStream(twice)).readAllBytes())
                .isEqualTo(gzip("one\n"));
    }

    /** So many MiB of zeros, packed. */
    private static byte[] bomb(int megabytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < megabytes; i++) {
                out.write(zeros);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void shouldFindTheSameLinesHoweverTheStreamIsCut() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append("é".repeat(random.nextInt(30))).append(random.nextInt(3) == 0 ? "\r\n" : "\n");
            }
            byte[] bytes = text.toString().getBytes(UTF_8);
            assertThat(all(new Lines(new Crumbs(new ByteArrayInputStream(bytes), random), 100)))
                    .isEqualTo(read(text.toString()));
        }
    }

    @Test
    void shouldSayWhereTheStreamBroke() throws IOException {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream("a\nb".getBytes(UTF_8)), new Broken());
        Lines lines = new Lines(broken, 100);
        assertThat(lines.next()).isInstanceOf(Line.Whole.class);
        assertThatThrownBy(lines::next).isInstanceOf(EOFException.class);
        assertThat(lines.number()).isEqualTo(2);
    }

    @Test
    void shouldUnpackWhatIsPacked() throws IOException {
        byte[] packed = concat(gzip("one\ntw"), gzip("o\nthree\n"));
        for (InputStream in : List.of(
                new ByteArrayInputStream(packed), new Crumbs(new ByteArrayInputStream(packed), new Random(3)))) {
            assertThat(all(new Lines(Unpacked.open(in), 100))).containsExactly("1:one", "2:two", "3:three");
        }
        for (String plain : new String[] {"", "\u001f", "ab"}) {
            assertThat(Unpacked.open(new ByteArrayInputStream(plain.getBytes(UTF_8)))
                            .readAllBytes())
                    .isEqualTo(plain.getBytes(UTF_8));
        }
    }

    @Test
    void shouldKeepWhatCameBeforeTheGzipBroke() throws IOException {
        byte[] packed = gzip("one\n" + "two\n".repeat(1000));
        Lines lines = new Lines(Unpacked.open(new ByteArrayInputStream(Arrays.copyOf(packed, packed.length - 9))), 100);
        assertThat(lines.next()).isInstanceOf(Line.Whole.class);
        assertThatThrownBy(() -> {
                    while (lines.next() != null) {}
                })
                .isInstanceOf(EOFException.class);
    }

    private static List<String> read(String text) throws IOException {
        return all(new Lines(new ByteArrayInputStream(text.getBytes(UTF_8)), 100));
    }

    private static List<String> all(Lines lines) throws IOException {
        List<String> all = new ArrayList<>();
        for (Line line = lines.next(); line != null; line = lines.next()) {
            all.add(
                    switch (line) {
                        case Line.Whole(var number, var bytes) -> number + ":" + new String(bytes, UTF_8);
                        case Line.TooLong(var number) -> number + " too long";
                    });
        }
        return all;
    }

    private static byte[] gzip(String text) throws IOException {
        return gzip(text.getBytes(UTF_8));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Comes in pieces of a few bytes and never says that more is there. */
    private static final class Crumbs extends FilterInputStream {

        private final Random random;

        Crumbs(InputStream in, Random random) {
            super(in);
            this.random = random;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return super.read(target, offset, Math.min(length, 1 + random.nextInt(5)));
        }

        @Override
        public int available() {
            return 0;
        }
    }

    @SuppressWarnings("InputStreamSlowMultibyteRead") // no byte is ever read
    private static final class Broken extends InputStream {

        @Override
        public int read() throws IOException {
            throw new EOFException("gone");
        }
    }
}

package dev.attune.generation.importing.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All readers, without a container. */
public final class TestReaders {

    private TestReaders() {}

    /** The readers of JSON Lines. */
    public static List<RecordReader> json() {
        return List.of(new AttuneReader(), new OpenAiMessagesReader(), new TrlPreferenceReader(), new HhRlhfReader());
    }

    public static List<RecordReader> all() {
        return Stream.concat(json().stream(), Stream.of(new CsvReader(), new ChatLogReader()))
                .toList();
    }

    /** The reader of a format. */
    public static RecordReader of(String format) {
        return all().stream()
                .filter(reader -> reader.format().equals(format))
                .findFirst()
                .orElseThrow();
    }

    /** Everything that a stream holds. */
    public static List<Parsed> read(RecordReader reader, Speakers speakers, byte[] stream) {
        List<Parsed> all = new ArrayList<>();
        Records records = reader.open(new ByteArrayInputStream(stream), speakers);
        try {
            for (Parsed parsed = records.next(); parsed != null; parsed = records.next()) {
                all.add(parsed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}

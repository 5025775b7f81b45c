package dev.attune.generation.importing.format;

import java.util.List;

/** All readers, without a container. */
public final class TestReaders {

    private TestReaders() {}

    public static List<RecordReader> all() {
        return List.of(new AttuneReader(), new OpenAiMessagesReader(), new TrlPreferenceReader(), new HhRlhfReader());
    }

    /** The reader of a format. */
    public static RecordReader of(String format) {
        return all().stream()
                .filter(reader -> reader.format().equals(format))
                .findFirst()
                .orElseThrow();
    }
}

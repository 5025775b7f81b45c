package dev.attune.generation.importing.format;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The formats that can be imported. */
@ApplicationScoped
public class Formats {

    private final SortedMap<String, RecordReader> readers = new TreeMap<>();

    Formats(@All List<RecordReader> readers) {
        readers.forEach(reader -> this.readers.put(reader.format(), reader));
    }

    /** The reader of a format. */
    public Optional<RecordReader> reader(String format) {
        return Optional.ofNullable(readers.get(format));
    }

    /** The names of all formats, in alphabetical order. */
    public List<String> names() {
        return List.copyOf(readers.keySet());
    }
}

package dev.attune.generation.coverage;

import dev.attune.model.coverage.Outline;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the outlines of conversations are read. */
public interface OutlineStore {

    /**
     * Some outlines of a dataset in the order of the conversations' ids.
     *
     * @param last the last conversation among them; null where there were none
     */
    record Chunk(List<Outline> outlines, @Nullable UUID last) {
        public Chunk {
            outlines = List.copyOf(outlines);
        }
    }

    /** The chunk after a conversation, or the first one. */
    Uni<Chunk> read(String dataset, @Nullable UUID after);
}

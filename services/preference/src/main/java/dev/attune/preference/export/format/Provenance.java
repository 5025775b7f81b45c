package dev.attune.preference.export.format;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.attune.preference.export.ExportFormat;
import dev.attune.preference.export.ExportRow;
import dev.attune.preference.pair.Origin;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;

/** Where each pair comes from: the companion of a training file, with the same lines in the same order. */
@Singleton
class Provenance implements ExportFormat {

    @JsonNaming(SnakeCaseStrategy.class)
    private record Line(
            UUID pairId,
            UUID conversation,
            UUID turn,
            UUID chosen,
            UUID rejected,
            Origin origin,
            double probability,
            double margin,
            List<UUID> judgments,
            String model,
            long rankingRevision) {}

    @Override
    public String name() {
        return "provenance";
    }

    @Override
    public String mediaType() {
        return JsonLine.MEDIA_TYPE;
    }

    @Override
    public String extension() {
        return JsonLine.EXTENSION;
    }

    @Override
    public void write(ExportRow row, OutputStream out) throws IOException {
        Line line = new Line(
                row.pairId(),
                row.conversationId(),
                row.turnId(),
                row.chosen().id(),
                row.rejected().id(),
                row.origin(),
                row.probability(),
                row.margin(),
                row.judgments(),
                row.model(),
                row.rankingRevision());
        JsonLine.write(line, out);
    }
}

package dev.attune.scoring.registry;

import dev.attune.model.Json;
import dev.attune.scoring.model.ModelQuality;
import dev.attune.scoring.registry.ModelStore.NewModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** A model that was trained and measured when the service was built, on the class path under its version. */
final class BundledModel {

    private static final String FOLDER = "/model/";

    /** What is told of the bytes beside them. */
    private record Description(
            String version, String dataHash, long judgments, String rubric, String provenance, ModelQuality quality) {}

    private BundledModel() {}

    /** The model of this version; empty where the build made none of this version. */
    static Optional<NewModel> read(String version) {
        try (InputStream description = BundledModel.class.getResourceAsStream(FOLDER + version + ".json");
                InputStream bytes = BundledModel.class.getResourceAsStream(FOLDER + version + ".bin")) {
            if (description == null || bytes == null) {
                return Optional.empty();
            }
            Description told = Json.mapper().readValue(description, Description.class);
            return Optional.of(new NewModel(
                    told.version(),
                    told.dataHash(),
                    told.judgments(),
                    told.rubric(),
                    bytes.readAllBytes(),
                    told.provenance(),
                    told.quality()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a model, and removes others; the description last, so that what is half written is not read. */
    static void write(Path folder, String version, Supplier<NewModel> make) throws IOException {
        Path description = folder.resolve(version + ".json");
        if (Files.exists(description)) {
            return;
        }
        Files.createDirectories(folder);
        try (var others = Files.list(folder)) {
            for (Path other : others.toList()) {
                Files.delete(other);
            }
        }
        NewModel model = make.get();
        Files.write(folder.resolve(version + ".bin"), model.bytes());
        Files.write(
                description,
                Json.mapper()
                        .writeValueAsBytes(new Description(
                                model.version(),
                                model.dataHash(),
                                model.judgments(),
                                model.rubric(),
                                model.provenance(),
                                Objects.requireNonNull(model.quality()))));
    }
}

package dev.attune.scoring.model.tribuo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.multilabel.MultiLabel;
import org.tribuo.regression.Regressor;

/** One zip of three models in Tribuo's own protobuf form, which keeps their provenance. */
final class ModelArchive {

    private static final String EMOTIONS = "emotions.pb";
    private static final String RUBRIC = "rubric.pb";
    private static final String PAIRS = "pairs.pb";

    private ModelArchive() {}

    static byte[] write(Model<MultiLabel> emotions, Model<Regressor> rubric, LinearSGDModel pairs) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            // Weights hardly shrink, so more than the names in their lists is not worth the time.
            zip.setLevel(Deflater.BEST_SPEED);
            writeEntry(zip, EMOTIONS, emotions);
            writeEntry(zip, RUBRIC, rubric);
            writeEntry(zip, PAIRS, pairs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static TribuoModel read(byte[] bytes) {
        Map<String, Model<?>> models = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                models.put(entry.getName(), Model.deserializeFromStream(new ByteArrayInputStream(zip.readAllBytes())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TribuoModel(
                entry(models, EMOTIONS).castModel(MultiLabel.class),
                entry(models, RUBRIC).castModel(Regressor.class),
                (LinearSGDModel) entry(models, PAIRS).castModel(Label.class));
    }

    private static Model<?> entry(Map<String, Model<?>> models, String name) {
        return Objects.requireNonNull(models.get(name), () -> "missing in the model's archive: " + name);
    }

    private static void writeEntry(ZipOutputStream zip, String name, Model<?> model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.serializeToStream(bytes);
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes.toByteArray());
        zip.closeEntry();
    }
}

package dev.attune.scoring.learn;

import dev.attune.scoring.feature.Document;
import dev.attune.scoring.feature.Scratch;
import dev.attune.scoring.feature.Vectoriser;
import dev.attune.scoring.learn.LinearLearner.LinearModel;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** Many linear models side by side: their weights feature by feature, so that one look at memory serves all of them. */
public final class Heads {

    private final float[] weights;
    private final float[] biases;

    private Heads(float[] weights, float[] biases) {
        this.weights = weights;
        this.biases = biases;
    }

    /** These models, in their order; all of them over the same features. */
    public static Heads of(List<LinearModel> models) {
        int outputs = models.size();
        int features = outputs == 0 ? 0 : models.getFirst().weights().length;
        float[] weights = new float[features * outputs];
        float[] biases = new float[outputs];
        for (int output = 0; output < outputs; output++) {
            LinearModel model = models.get(output);
            biases[output] = (float) model.bias();
            for (int feature = 0; feature < features; feature++) {
                weights[feature * outputs + output] = model.weights()[feature];
            }
        }
        return new Heads(weights, biases);
    }

    /** How many models there are. */
    public int size() {
        return biases.length;
    }

    /** What the models say of a document, in their order; {@code into} has one place for each. */
    public void score(Vectoriser vectoriser, Document document, Scratch scratch, float[] into) {
        System.arraycopy(biases, 0, into, 0, biases.length);
        vectoriser.score(document, scratch, weights, into);
    }

    /** The weight that a model gives a feature. */
    public float weight(int model, int feature) {
        return weights[feature * biases.length + model];
    }

    /** Writes them. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(biases.length);
        for (float bias : biases) {
            out.writeFloat(bias);
        }
        out.writeInt(weights.length);
        for (float weight : weights) {
            out.writeFloat(weight);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static Heads read(DataInput in) throws IOException {
        float[] biases = floats(in);
        return new Heads(floats(in), biases);
    }

    private static float[] floats(DataInput in) throws IOException {
        float[] floats = new float[in.readInt()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = in.readFloat();
        }
        return floats;
    }
}

package dev.attune.scoring.model;

import dev.attune.model.vertical.Vad;
import dev.attune.scoring.feature.ClientMessage;
import dev.attune.scoring.feature.Describer;
import dev.attune.scoring.feature.Document;
import dev.attune.scoring.feature.Reply;
import dev.attune.scoring.feature.Scratch;
import dev.attune.scoring.feature.Vectoriser;
import dev.attune.scoring.learn.Cuts;
import dev.attune.scoring.learn.Heads;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Linear models of two kinds of texts. Of a client's message: a logit for each emotion, then intensity, valence, arousal and
 * dominance. Of a reply: a logit for each strategy, a number for each criterion, then utility and change.
 */
final class LinearScoringModel implements ScoringModel {

    private static final int STATE = 4;
    private static final int MOST_REASONS = 5;

    private final Vectoriser clients;
    private final Heads client;
    private final Labels emotions;
    private final Vectoriser replies;
    private final Heads reply;
    private final Labels strategies;
    private final List<Criterion> criteria;

    LinearScoringModel(
            Vectoriser clients,
            Heads client,
            Labels emotions,
            Vectoriser replies,
            Heads reply,
            Labels strategies,
            List<Criterion> criteria) {
        this.clients = clients;
        this.client = client;
        this.emotions = emotions;
        this.replies = replies;
        this.reply = reply;
        this.strategies = strategies;
        this.criteria = List.copyOf(criteria);
    }

    /**
     * Labels with the logits from which on they are told.
     *
     * @param codes by place
     * @param thresholds as many
     */
    record Labels(List<String> codes, float[] thresholds) {

        List<Label> read(float[] logits) {
            List<Label> labels = new ArrayList<>(codes.size());
            for (int i = 0; i < codes.size(); i++) {
                labels.add(new Label(codes.get(i), 1 / (1 + Math.exp(-logits[i])), logits[i] > thresholds[i]));
            }
            labels.sort(Comparator.comparingDouble(Label::confidence).reversed());
            return labels;
        }
    }

    /**
     * A criterion.
     *
     * @param code its code
     * @param cuts from the model's number to the grade
     * @param near by grade from the lowest, how often such a grade was within one of the true one
     */
    record Criterion(String code, Cuts cuts, float[] near) {

        Grade grade(double number) {
            double score = cuts.grade(number);
            return new Grade(score, near[(int) Math.rint(score) - cuts.lowest()]);
        }
    }

    @Override
    public ClientReading client(String text, Scratch scratch) {
        float[] numbers = new float[client.size()];
        client.score(clients, new ClientMessage(text), scratch, numbers);
        int at = emotions.codes().size();
        return new ClientReading(
                emotions.read(numbers),
                Math.clamp(numbers[at], 0, 1),
                new Vad(unit(numbers[at + 1]), unit(numbers[at + 2]), unit(numbers[at + 3])));
    }

    private static double unit(float number) {
        return Math.clamp(number, -1, 1);
    }

    @Override
    public ReplyReading reply(String client, String text, Scratch scratch) {
        float[] numbers = new float[reply.size()];
        reply.score(replies, new Reply(text, client), scratch, numbers);
        int at = strategies.codes().size();
        SortedMap<String, Grade> rubric = new TreeMap<>();
        for (Criterion criterion : criteria) {
            rubric.put(criterion.code(), criterion.grade(numbers[at++]));
        }
        return new ReplyReading(strategies.read(numbers), rubric, numbers[at], Math.clamp(numbers[at + 1], -2, 2));
    }

    @Override
    public SortedMap<String, List<Reason>> reasons(String client, String text, Scratch scratch) {
        SortedMap<String, List<Reason>> reasons = new TreeMap<>();
        for (int i = 0; i < criteria.size(); i++) {
            reasons.put(
                    criteria.get(i).code(),
                    reasons(replies, reply, strategies.codes().size() + i, new Reply(text, client), scratch));
        }
        return reasons;
    }

    @Override
    public List<Reason> cues(String emotion, String text, Scratch scratch) {
        int at = emotions.codes().indexOf(emotion);
        return at < 0 ? List.of() : reasons(clients, client, at, new ClientMessage(text), scratch);
    }

    /** Runs of characters count for the word that they are of. */
    private static List<Reason> reasons(
            Vectoriser vectoriser, Heads heads, int head, Document document, Scratch scratch) {
        Map<String, Double> moved = new HashMap<>();
        vectoriser.explain(
                document,
                scratch,
                (id, value, words) -> moved.merge(words, (double) value * heads.weight(head, id), Double::sum));
        return moved.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .sorted(Comparator.<Map.Entry<String, Double>>comparingDouble(entry -> -Math.abs(entry.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_REASONS)
                .map(entry -> new Reason(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, fast, 1 << 16))) {
            clients.write(out);
            client.write(out);
            write(out, emotions);
            replies.write(out);
            reply.write(out);
            write(out, strategies);
            out.writeInt(criteria.size());
            for (Criterion criterion : criteria) {
                out.writeUTF(criterion.code());
                out.writeInt(criterion.cuts().lowest());
                out.writeInt(criterion.cuts().cuts().length);
                for (double cut : criterion.cuts().cuts()) {
                    out.writeDouble(cut);
                }
                for (float near : criterion.near()) {
                    out.writeFloat(near);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fast.end();
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Labels labels) throws IOException {
        out.writeInt(labels.codes().size());
        for (int i = 0; i < labels.codes().size(); i++) {
            out.writeUTF(labels.codes().get(i));
            out.writeFloat(labels.thresholds()[i]);
        }
    }

    static LinearScoringModel read(byte[] bytes, Describer clientTraits, Describer replyTraits) {
        try (DataInputStream in = new DataInputStream(
                new java.io.BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)), 1 << 16))) {
            Vectoriser clients = Vectoriser.read(in, clientTraits);
            Heads client = Heads.read(in);
            Labels emotions = labels(in);
            Vectoriser replies = Vectoriser.read(in, replyTraits);
            Heads reply = Heads.read(in);
            Labels strategies = labels(in);
            List<Criterion> criteria = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                criteria.add(criterion(in));
            }
            if (client.size() != emotions.codes().size() + STATE
                    || reply.size() != strategies.codes().size() + criteria.size() + 2) {
                throw new IOException("the model's parts do not fit each other");
            }
            return new LinearScoringModel(clients, client, emotions, replies, reply, strategies, criteria);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Criterion criterion(DataInputStream in) throws IOException {
        String code = in.readUTF();
        int lowest = in.readInt();
        double[] cuts = new double[in.readInt()];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = in.readDouble();
        }
        float[] near = new float[cuts.length + 1];
        for (int i = 0; i < near.length; i++) {
            near[i] = in.readFloat();
        }
        return new Criterion(code, new Cuts(lowest, cuts), near);
    }

    private static Labels labels(DataInputStream in) throws IOException {
        List<String> codes = new ArrayList<>();
        float[] thresholds = new float[in.readInt()];
        for (int i = 0; i < thresholds.length; i++) {
            codes.add(in.readUTF());
            thresholds[i] = in.readFloat();
        }
        return new Labels(List.copyOf(codes), thresholds);
    }
}

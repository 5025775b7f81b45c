package dev.attune.scoring.feature;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.attune.model.text.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists of phrases by name, as data; a list's hits in a text are counted. */
public final class Lexicon {

    private static final String FILE = "/lexicon.yaml";
    private static final String FEELINGS = "emotion-";

    private final String hash;
    private final List<String> lists;
    private final Map<String, List<String>> patterns;
    private final Phrases<Integer> phrases;

    private Lexicon(String hash, Map<String, List<String>> patterns) {
        this.hash = hash;
        this.lists = List.copyOf(patterns.keySet());
        this.patterns = patterns;
        this.phrases = new Phrases<>();
        for (int list = 0; list < lists.size(); list++) {
            for (String pattern : patterns.getOrDefault(lists.get(list), List.of())) {
                phrases.add(pattern, list);
            }
        }
    }

    /** The lists that come with the service. */
    public static Lexicon bundled() {
        try (InputStream in = Lexicon.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("missing from the class path: " + FILE);
            }
            return parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads lists: a YAML map of name to phrases. */
    static Lexicon parse(byte[] yaml) throws IOException {
        Map<String, List<String>> lists = new YAMLMapper().readValue(yaml, new TypeReference<>() {});
        return new Lexicon(ContentHash.of(yaml), lists);
    }

    /** SHA-256 of the lists, which names this version of them. */
    public String hash() {
        return hash;
    }

    /** The names of the lists, in the order of the file. */
    List<String> lists() {
        return lists;
    }

    /** Whether a list holds cues of a feeling. */
    static boolean isFeeling(String list) {
        return list.startsWith(FEELINGS);
    }

    /** The emotion of a list of cues. */
    static String emotion(String list) {
        return list.substring(FEELINGS.length());
    }

    /** Visits every phrase that occurs, with the index of its list. */
    void visit(List<String> tokens, Phrases.Visitor<Integer> hits) {
        phrases.visit(tokens, hits);
    }

    /** The phrases that speak of a feeling, each with its emotion's code. */
    public List<Cue> cues() {
        List<Cue> cues = new ArrayList<>();
        for (String list : lists) {
            if (isFeeling(list)) {
                patterns.getOrDefault(list, List.of()).forEach(phrase -> cues.add(new Cue(emotion(list), phrase)));
            }
        }
        return cues;
    }

    /** A phrase that speaks of an emotion. */
    public record Cue(String emotion, String phrase) {}
}

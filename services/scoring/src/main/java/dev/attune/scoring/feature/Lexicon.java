package dev.attune.scoring.feature;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.attune.model.text.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lists of phrases by name, as data; a list's hits in a text are counted. */
public final class Lexicon {

    private static final String FILE = "/lexicon.yaml";

    private final String hash;
    private final Set<String> lists;
    private final Phrases<String> phrases;

    private Lexicon(String hash, Set<String> lists, Phrases<String> phrases) {
        this.hash = hash;
        this.lists = new TreeSet<>(lists);
        this.phrases = phrases;
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
        Phrases<String> phrases = new Phrases<>();
        lists.forEach((list, patterns) -> patterns.forEach(pattern -> phrases.add(pattern, list)));
        return new Lexicon(ContentHash.of(yaml), lists.keySet(), phrases);
    }

    /** SHA-256 of the lists, which names this version of them. */
    public String hash() {
        return hash;
    }

    /** The names of the lists. */
    Set<String> lists() {
        return lists;
    }

    /** How often the phrases of each list occur; lists without a hit are left out. */
    Map<String, Integer> hits(List<String> tokens) {
        Map<String, Integer> hits = new TreeMap<>();
        phrases.in(tokens).forEach(hit -> hits.merge(hit.meaning(), 1, Integer::sum));
        return hits;
    }
}

package dev.attune.scoring.feature;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.attune.model.text.ContentHash;
import dev.attune.model.text.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lists of phrases by name, as data; a list's hits in a text are counted, a longer phrase before a shorter one. */
public final class Lexicon {

    private static final String FILE = "/lexicon.yaml";

    private record Phrase(String list, List<String> tokens) {}

    private final String hash;
    private final Set<String> lists;
    private final Map<String, List<Phrase>> byFirstToken;

    private Lexicon(String hash, Set<String> lists, Map<String, List<Phrase>> byFirstToken) {
        this.hash = hash;
        this.lists = new TreeSet<>(lists);
        this.byFirstToken = byFirstToken;
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
        Map<String, List<Phrase>> index = new HashMap<>();
        lists.forEach((list, phrases) -> phrases.forEach(text -> {
            List<String> tokens = Tokens.of(text);
            index.computeIfAbsent(tokens.getFirst(), first -> new ArrayList<>()).add(new Phrase(list, tokens));
        }));
        index.values()
                .forEach(phrases ->
                        phrases.sort((a, b) -> b.tokens().size() - a.tokens().size()));
        return new Lexicon(ContentHash.of(yaml), lists.keySet(), index);
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
        for (int at = 0; at < tokens.size(); at++) {
            for (Phrase phrase : byFirstToken.getOrDefault(tokens.get(at), List.of())) {
                int end = at + phrase.tokens().size();
                if (end <= tokens.size() && tokens.subList(at, end).equals(phrase.tokens())) {
                    hits.merge(phrase.list(), 1, Integer::sum);
                }
            }
        }
        return hits;
    }
}

package dev.attune.scoring.feature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Describes texts to the models. Stateless and thread-safe; the same text always gives the same numbers. */
public final class FeatureExtractor {

    /** To be raised with every change of what is computed here, since a model reads only the features it learnt. */
    private static final String VERSION = "1";

    private static final Set<String> SECOND_PERSON =
            Set.of("you", "your", "yours", "yourself", "you're", "you've", "you'll", "you'd");
    private static final Set<String> FIRST_PERSON = Set.of("i", "i'm", "i've", "i'll", "i'd", "me", "my", "mine");
    private static final String FEELING_LISTS = "emotion-";

    /** In a client's text a plain word of feeling says more than all the other words. */
    private static final double WORDS_BESIDE_CUES = 0.3;

    private final Lexicon lexicon;

    public FeatureExtractor(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Names this way of describing, the lists of phrases included. */
    public String version() {
        return VERSION + "+" + lexicon.hash();
    }

    /** What a client's text is: its n-grams, cues of emotions, and how it is punctuated. */
    public Features client(Words client) {
        Map<String, Double> all = new HashMap<>(NGrams.of(client.tokens()));
        all.replaceAll((word, weight) -> weight * WORDS_BESIDE_CUES);
        lexicon.hits(client.tokens()).forEach((list, hits) -> {
            if (list.startsWith(FEELING_LISTS)) {
                all.put(list, 1.0);
            }
        });
        addTone(all, client);
        return new Features(all);
    }

    /** By emotion, the traits of a text in which its cues are all there is. */
    public SortedMap<String, Features> emotionCues() {
        SortedMap<String, Features> cues = new TreeMap<>();
        for (String list : lexicon.lists()) {
            if (list.startsWith(FEELING_LISTS)) {
                cues.put(list.substring(FEELING_LISTS.length()), new Features(Map.of(list, 1.0)));
            }
        }
        return cues;
    }

    /** What a response is, by itself and as an answer to this client. */
    public Features response(Words client, Words response) {
        Map<String, Double> all = new HashMap<>(NGrams.of(response.tokens()));
        lexicon.hits(response.tokens()).forEach((list, hits) -> {
            if (!list.startsWith(FEELING_LISTS)) {
                all.put(list, rate(hits, response));
            }
        });
        addTone(all, response);
        all.put("second-person", share(response, SECOND_PERSON));
        all.put("first-person", share(response, FIRST_PERSON));
        all.put(
                "numbers",
                rate((int) response.tokens().stream().filter(Words::isNumber).count(), response));
        all.put("numbers-unheard", Echo.newNumbers(client, response));
        all.put("feeling-first", feelingFirst(response));
        all.put("echo", Echo.share(client, response));
        all.put("echo-runs", Math.min(1.0, 4 * Echo.runs(client, response)));
        return new Features(all);
    }

    private static void addTone(Map<String, Double> all, Words words) {
        all.put("questions", rate(words.count("?"), words));
        all.put("exclamations", rate(words.count("!"), words));
        boolean asks = !words.tokens().isEmpty() && words.tokens().getLast().equals("?");
        all.put("ends-with-question", asks ? 1.0 : 0.0);
    }

    /** Words of feeling before the first number: the feeling is met before the facts. */
    private double feelingFirst(Words response) {
        List<String> tokens = response.tokens();
        int end = 0;
        while (end < tokens.size() && !Words.isNumber(tokens.get(end))) {
            end++;
        }
        int feelings = lexicon.hits(tokens.subList(0, end)).entrySet().stream()
                .filter(hit -> hit.getKey().startsWith(FEELING_LISTS))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return Math.min(1.0, feelings / 2.0);
    }

    /** Hits a sentence; those of a text of one or two sentences are damped, since little was there to hit. */
    private static double rate(int hits, Words words) {
        return Math.min(1.0, 3.0 * hits / (words.sentences() + 4));
    }

    /** The share of tokens out of this set, damped likewise. */
    private static double share(Words words, Set<String> set) {
        long hits = words.tokens().stream().filter(set::contains).count();
        return Math.min(1.0, 6.0 * hits / (words.tokens().size() + 20));
    }
}

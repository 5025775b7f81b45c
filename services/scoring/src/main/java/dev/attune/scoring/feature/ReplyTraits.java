package dev.attune.scoring.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a reply is beside its n-grams, by itself and as an answer to the client's message. Every trait is a rate or a share from 0 to 1:
 * none of them grows with the reply's length.
 */
public final class ReplyTraits implements Describer {

    private static final Set<String> SECOND_PERSON =
            Set.of("you", "your", "yours", "yourself", "you're", "you've", "you'll", "you'd");
    private static final Set<String> FIRST_PERSON = Set.of("i", "i'm", "i've", "i'll", "i'd", "me", "my", "mine");
    private static final List<String> OTHERS = List.of(
            "questions",
            "exclamations",
            "ends-with-question",
            "second-person",
            "first-person",
            "numbers",
            "numbers-unheard",
            "feeling-first",
            "echo",
            "echo-runs");

    private final Lexicon lexicon;
    private final List<String> names;
    private final int[] manners;

    public ReplyTraits(Lexicon lexicon) {
        this.lexicon = lexicon;
        List<String> all = new ArrayList<>();
        List<Integer> lists = new ArrayList<>();
        for (int list = 0; list < lexicon.lists().size(); list++) {
            if (!Lexicon.isFeeling(lexicon.lists().get(list))) {
                all.add(lexicon.lists().get(list));
                lists.add(list);
            }
        }
        all.addAll(OTHERS);
        this.names = List.copyOf(all);
        this.manners = lists.stream().mapToInt(list -> list).toArray();
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public void describe(Document document, double[] into) {
        Words reply = Words.of(document.text());
        Words client = Words.of(document.context());
        List<String> tokens = reply.tokens();
        int[] hits = lexicon.hits(tokens);
        int at = 0;
        for (int list : manners) {
            into[at++] = rate(hits[list], reply);
        }
        into[at++] = rate(reply.count("?"), reply);
        into[at++] = rate(reply.count("!"), reply);
        into[at++] = !tokens.isEmpty() && tokens.getLast().equals("?") ? 1 : 0;
        into[at++] = share(reply, SECOND_PERSON);
        into[at++] = share(reply, FIRST_PERSON);
        into[at++] = rate((int) tokens.stream().filter(Words::isNumber).count(), reply);
        into[at++] = Echo.newNumbers(client, reply);
        into[at++] = feelingFirst(tokens);
        into[at++] = Echo.share(client, reply);
        into[at] = Math.min(1, 4 * Echo.runs(client, reply));
    }

    /** Words of feeling before the first number: the feeling is met before the facts. */
    private double feelingFirst(List<String> tokens) {
        int end = 0;
        while (end < tokens.size() && !Words.isNumber(tokens.get(end))) {
            end++;
        }
        int[] hits = lexicon.hits(tokens.subList(0, end));
        int feelings = 0;
        for (int list = 0; list < hits.length; list++) {
            feelings += Lexicon.isFeeling(lexicon.lists().get(list)) ? hits[list] : 0;
        }
        return Math.min(1, feelings / 2.0);
    }

    /** Hits a sentence; those of a text of one or two sentences are damped, since little was there to hit. */
    private static double rate(int hits, Words words) {
        return Math.min(1, 3.0 * hits / (words.sentences() + 4));
    }

    /** The share of tokens out of this set, damped likewise. */
    private static double share(Words words, Set<String> set) {
        long hits = words.tokens().stream().filter(set::contains).count();
        return Math.min(1, 6.0 * hits / (words.tokens().size() + 20));
    }
}

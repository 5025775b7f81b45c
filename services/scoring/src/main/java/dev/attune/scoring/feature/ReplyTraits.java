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
    private final boolean[] isFeeling;

    public ReplyTraits(Lexicon lexicon) {
        this.lexicon = lexicon;
        List<String> all = new ArrayList<>();
        List<Integer> lists = new ArrayList<>();
        this.isFeeling = new boolean[lexicon.lists().size()];
        for (int list = 0; list < lexicon.lists().size(); list++) {
            isFeeling[list] = Lexicon.isFeeling(lexicon.lists().get(list));
            if (!isFeeling[list]) {
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
    public void describe(Document document, Scratch scratch, double[] into) {
        scratch.read(document);
        Words reply = scratch.text();
        Words client = scratch.context();
        List<String> tokens = reply.tokens();
        int numbers = 0;
        int firstNumber = tokens.size();
        for (int at = tokens.size() - 1; at >= 0; at--) {
            if (Words.isNumber(tokens.get(at))) {
                numbers++;
                firstNumber = at;
            }
        }
        int beforeNumbers = firstNumber;
        // The last of them counts words of feeling before the first number: the feeling is met before the facts.
        int early = isFeeling.length;
        int[] hits = scratch.hits(early + 1);
        lexicon.visit(tokens, (list, from, to) -> {
            hits[list]++;
            hits[early] += isFeeling[list] && to <= beforeNumbers ? 1 : 0;
        });
        int at = 0;
        for (int list : manners) {
            into[at++] = rate(hits[list], reply);
        }
        into[at++] = rate(reply.count("?"), reply);
        into[at++] = rate(reply.count("!"), reply);
        into[at++] = !tokens.isEmpty() && tokens.getLast().equals("?") ? 1 : 0;
        into[at++] = share(reply, SECOND_PERSON);
        into[at++] = share(reply, FIRST_PERSON);
        into[at++] = rate(numbers, reply);
        into[at++] = Echo.newNumbers(client, reply);
        into[at++] = Math.min(1, hits[early] / 2.0);
        into[at++] = Echo.share(client, reply);
        into[at] = Math.min(1, 4 * Echo.runs(client, reply));
    }

    /** Hits a sentence; those of a text of one or two sentences are damped, since little was there to hit. */
    private static double rate(int hits, Words words) {
        return Math.min(1, 3.0 * hits / (words.sentences() + 4));
    }

    /** The share of tokens out of this set, damped likewise. */
    private static double share(Words words, Set<String> set) {
        int hits = 0;
        for (int at = 0; at < words.tokens().size(); at++) {
            hits += set.contains(words.tokens().get(at)) ? 1 : 0;
        }
        return Math.min(1, 6.0 * hits / (words.tokens().size() + 20));
    }
}

package dev.attune.scoring.feature;

import java.util.ArrayList;
import java.util.List;

/** What a client's message is beside its n-grams: cues of emotions, and how it is written. */
public final class ClientTraits implements Describer {

    /** How loud style is beside cues. */
    private static final double STYLE = 0.3;

    private final Lexicon lexicon;
    private final Style style = new Style();
    private final List<String> names;
    private final int[] feelings;

    public ClientTraits(Lexicon lexicon) {
        this.lexicon = lexicon;
        List<String> all = new ArrayList<>();
        List<Integer> lists = new ArrayList<>();
        for (int list = 0; list < lexicon.lists().size(); list++) {
            if (Lexicon.isFeeling(lexicon.lists().get(list))) {
                all.add(lexicon.lists().get(list));
                lists.add(list);
            }
        }
        all.addAll(style.names());
        this.names = List.copyOf(all);
        this.feelings = lists.stream().mapToInt(list -> list).toArray();
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public void describe(Document document, Scratch scratch, double[] into) {
        style.describe(document, scratch, into);
        int written = style.names().size();
        for (int i = written - 1; i >= 0; i--) {
            into[feelings.length + i] = STYLE * into[i];
        }
        scratch.read(document);
        int[] hits = scratch.hits(lexicon.lists().size());
        lexicon.visit(scratch.text().tokens(), (list, from, to) -> hits[list]++);
        for (int i = 0; i < feelings.length; i++) {
            into[i] = Math.min(1, hits[feelings[i]]);
        }
    }
}

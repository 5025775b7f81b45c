package dev.attune.generation.generator;

import dev.attune.generation.generator.PhraseBook.Family;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers without any model: plans two answers sentence by sentence out of a phrase book. The one meets the feeling and
 * asks for leave to go on, the other meets it shortly and offers one small step. It says nothing of the world: facts and
 * figures are in an answer only where the client's own words are given back.
 */
@ApplicationScoped
public class EmbeddedComposer implements Generator {

    private static final String DETAIL = "{detail}";

    private final PhraseBook phrases = PhraseBook.load();

    @Override
    public String name() {
        return phrases.name();
    }

    @Override
    public List<Draft> candidates(TurnContext context) {
        Cues cues = Cues.of(context.text());
        Family family = cues.feeling(phrases.families());
        // Words of despair are answered, not quoted.
        List<String> details = family.urgent() ? List.of() : Details.of(context.text());
        Picker picker = Picker.of(context);
        return List.of(
                new Draft("validate-first", validateFirst(family, details, picker)),
                new Draft("steps-first", stepsFirst(family, details, steps(family, cues), picker)));
    }

    private String validateFirst(Family family, List<String> details, Picker picker) {
        List<String> sentences = new ArrayList<>();
        sentences.add(picker.pick("opening", family.openings()));
        if (!details.isEmpty()) {
            sentences.add(picker.pick("reflection", phrases.reflections()).replace(DETAIL, details.getFirst()));
        }
        sentences.add(picker.pick("question", family.questions()));
        return String.join(" ", sentences);
    }

    /** Takes up another detail than the validating answer; where the client gave but one, none. */
    private String stepsFirst(Family family, List<String> details, List<String> steps, Picker picker) {
        List<String> sentences = new ArrayList<>();
        sentences.add(picker.pick("lead", family.leads()));
        if (details.size() > 1) {
            sentences.add(picker.pick("anchor", phrases.anchors()).replace(DETAIL, details.get(1)));
        }
        sentences.add(picker.pick("step", steps));
        if (!family.urgent()) {
            sentences.add(picker.pick("closing", phrases.closings()));
        }
        return String.join(" ", sentences);
    }

    private List<String> steps(Family family, Cues cues) {
        if (!family.steps().isEmpty()) {
            return family.steps();
        }
        return cues.topic(phrases.topics()).map(PhraseBook.Topic::steps).orElse(phrases.steps());
    }
}

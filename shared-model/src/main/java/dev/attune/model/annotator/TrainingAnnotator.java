package dev.attune.model.annotator;

import dev.attune.model.document.ResponseBreakdown;
import dev.attune.model.document.ResponseBreakdown.Sentence;
import dev.attune.model.document.TrainingMetadata;
import dev.attune.model.document.TrainingMetadata.QualityCriteria;
import dev.attune.model.document.TrainingPair.ResponsePatterns;
import dev.attune.model.vertical.Emotions.Emotion;
import dev.attune.model.vertical.FailedStrategies.FailedStrategy;
import dev.attune.model.vertical.IntensityBand;
import dev.attune.model.vertical.Strategies.Skill;
import dev.attune.model.vertical.Valence;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What is learnt from a turn. */
final class TrainingAnnotator {

    private static final int FEWEST_SKILLS = 4;
    private static final int MOST_SKILLS = 6;
    private static final int SEED_GRADE = 4;
    private static final double HARD = 0.8;
    private static final Set<String> HARD_STRATEGIES = Set.of("safety-first", "repair-rupture", "hold-the-silence");

    private final TurnContext context;
    private final ResponseBreakdown breakdown;
    private final String at;

    TrainingAnnotator(TurnContext context, ResponseBreakdown breakdown) {
        this.context = context;
        this.breakdown = breakdown;
        this.at = context.pointer() + "/training_metadata";
    }

    TrainingMetadata annotate() {
        context.derived()
                .add(
                        at,
                        "difficulty_level",
                        "key_learning_objective",
                        "demonstrates_skills",
                        "emotional_progression_target",
                        "quality_score",
                        "reviewer_notes",
                        "use_as_seed_example",
                        "generate_variations_count",
                        "variation_guidance");
        int grade = Objects.requireNonNull(context.target().grade());
        return new TrainingMetadata(
                difficulty(),
                "%s The client shows %s."
                        .formatted(
                                context.primaryStrategy().objective(),
                                context.primary().code()),
                skills(),
                context.index() + 1,
                progressionTarget(),
                grade,
                new QualityCriteria(score("empathy"), score("clarity"), score("appropriateness"), score("brand_voice")),
                false,
                "%s The grades are the author's; no person has reviewed them."
                        .formatted(context.target().reason()),
                grade >= SEED_GRADE,
                variations(grade),
                "Vary the topic and the client's facts; keep %s as the answer to %s."
                        .formatted(
                                context.primaryStrategy().code(),
                                context.primary().code()));
    }

    private int score(String criterion) {
        return Objects.requireNonNull(context.target().scores().get(criterion));
    }

    private String difficulty() {
        boolean hard = context.conversation().edge() != null
                || context.intensity() >= HARD
                || context.turn().strategies().stream().anyMatch(HARD_STRATEGIES::contains);
        if (hard) {
            return "advanced";
        }
        return IntensityBand.of(context.intensity()) == IntensityBand.LOW ? "beginner" : "intermediate";
    }

    /** The strategies, then the skills that the sentences show, then the taxonomy's first ones. */
    private List<String> skills() {
        Set<String> skills = new LinkedHashSet<>(context.turn().strategies());
        breakdown.sentences().stream().map(Sentence::technique).forEach(skills::add);
        for (Skill skill : context.vertical().strategies().skills()) {
            if (skills.size() < FEWEST_SKILLS) {
                skills.add(skill.code());
            }
        }
        return skills.stream().limit(MOST_SKILLS).toList();
    }

    private String progressionTarget() {
        return context.next()
                .map(next -> "From %s (%.2f) to %s (%.2f)"
                        .formatted(
                                context.primary().code(),
                                context.intensity(),
                                context.primaryOf(next).code(),
                                Objects.requireNonNullElse(next.intensity(), context.intensity())))
                .orElseGet(() ->
                        "To end with %s (%.2f)".formatted(context.primary().code(), context.intensity()));
    }

    private static int variations(int grade) {
        return grade >= 5 ? 10 : grade == SEED_GRADE ? 5 : 0;
    }

    /** How the client may answer, by what usually follows the emotion. */
    ResponsePatterns patterns() {
        context.derived().add(context.pointer(), "expected_user_response_patterns");
        List<Emotion> following = context.primary().leadsTo().stream()
                .flatMap(code -> context.vertical().emotion(code).stream())
                .toList();
        List<String> positive = shown(following, Valence.POSITIVE);
        List<String> negative = shown(following, Valence.NEGATIVE);
        String failure = context.vertical().failedStrategies().failedStrategies().stream()
                .filter(failed ->
                        failed.instead().contains(context.primaryStrategy().code()))
                .findFirst()
                .map(FailedStrategy::why)
                .orElse("The client answers shorter than before.");
        return new ResponsePatterns(
                positive.isEmpty()
                        ? List.of("tells a fact that was held back before", "answers the question")
                        : positive,
                List.of(
                        context.asks() ? "answers beside the question" : "goes on as if nothing had been said",
                        "asks for the same again in other words"),
                negative.isEmpty() ? List.of(failure) : negative);
    }

    private static List<String> shown(List<Emotion> emotions, Valence valence) {
        return emotions.stream()
                .filter(emotion -> emotion.valence() == valence)
                .map(emotion -> emotion.code() + ": " + emotion.cues().getFirst())
                .toList();
    }
}

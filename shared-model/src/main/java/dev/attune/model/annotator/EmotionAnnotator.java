package dev.attune.model.annotator;

import dev.attune.model.conversation.AuthoredConversation;
import dev.attune.model.document.EmotionalContext;
import dev.attune.model.document.EmotionalContext.BehavioralAssessment;
import dev.attune.model.document.EmotionalContext.DetectedEmotions;
import dev.attune.model.document.EmotionalContext.EmotionalProgression;
import dev.attune.model.document.EmotionalContext.Need;
import dev.attune.model.vertical.Emotions.Emotion;
import dev.attune.model.vertical.Indicators.Category;
import dev.attune.model.vertical.Vad;
import dev.attune.model.vertical.Valence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a client's message shows. */
final class EmotionAnnotator {

    private static final int FEWEST_CATEGORIES = 4;
    private static final int MOST_CATEGORIES = 6;
    private static final double MEDIUM_INTENSITY = 0.55;
    private static final double NOTICEABLE = 0.05;
    private static final double STRONG = 0.8;
    private static final Set<String> TRUSTING = Set.of("trust", "gratitude", "relief", "love", "permission");
    private static final Set<String> DISTRUSTING = Set.of("skepticism", "anger", "contempt", "betrayal");

    private final TurnContext context;
    private final String at;

    EmotionAnnotator(TurnContext context) {
        this.context = context;
        this.at = context.pointer() + "/emotional_context";
    }

    EmotionalContext annotate() {
        context.derived().add(at, "behavioral_assessment", "client_needs_hierarchy", "red_flags");
        context.derived().add(at + "/detected_emotions", "dimensions");
        return new EmotionalContext(detected(), indicators(), progression(), assessment(), needs(), redFlags());
    }

    private DetectedEmotions detected() {
        List<AuthoredConversation.Emotion> emotions = context.turn().emotions();
        AuthoredConversation.@Nullable Emotion third = emotions.size() > 2 ? emotions.get(2) : null;
        return new DetectedEmotions(
                emotions.get(0).emotion(),
                emotions.get(0).confidence(),
                emotions.get(1).emotion(),
                emotions.get(1).confidence(),
                third == null ? null : third.emotion(),
                third == null ? null : third.confidence(),
                context.intensity(),
                valence(),
                dimensions());
    }

    private Valence valence() {
        for (Valence valence : Valence.values()) {
            if (valence.code().equals(context.turn().valence())) {
                return valence;
            }
        }
        context.derived().add(at + "/detected_emotions", "valence");
        return context.primary().valence();
    }

    /** The emotions' places weighted by confidence, farther out or nearer in as the intensity is above or below medium. */
    private Vad dimensions() {
        double weight = 0;
        double valence = 0;
        double arousal = 0;
        double dominance = 0;
        for (AuthoredConversation.Emotion felt : context.turn().emotions()) {
            Vad vad = context.vertical().emotion(felt.emotion()).orElseThrow().vad();
            weight += felt.confidence();
            valence += felt.confidence() * vad.valence();
            arousal += felt.confidence() * vad.arousal();
            dominance += felt.confidence() * vad.dominance();
        }
        double scale = context.intensity() / MEDIUM_INTENSITY / weight;
        return new Vad(hundredths(valence * scale), hundredths(arousal * scale), hundredths(dominance * scale));
    }

    private static double hundredths(double value) {
        return Math.round(Math.clamp(value, -1, 1) * 100) / 100.0;
    }

    /** The author's first, then what the cues find, then categories that were looked for in vain, up to the fewest. */
    private Map<String, List<String>> indicators() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        context.turn().indicators().stream()
                .limit(MOST_CATEGORIES)
                .forEach(indicator -> words.put(indicator.category(), indicator.words()));
        List<Category> categories = context.vertical().indicators().indicators();
        for (Category category : categories) {
            if (words.size() < FEWEST_CATEGORIES && !words.containsKey(category.code())) {
                List<String> found = find(category);
                if (!found.isEmpty()) {
                    words.put(category.code(), found);
                    context.derived().add(at + "/emotional_indicators", category.code());
                }
            }
        }
        for (Category category : categories) {
            if (words.size() < FEWEST_CATEGORIES && !words.containsKey(category.code())) {
                words.put(category.code(), List.of());
                context.derived().add(at + "/emotional_indicators", category.code());
            }
        }
        return words;
    }

    private List<String> find(Category category) {
        String text = context.turn().client();
        String lower = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        List<String> found = new ArrayList<>();
        if (lower.length() != text.length()) {
            return found;
        }
        for (String cue : category.cues()) {
            int start = lower.indexOf(cue);
            if (start >= 0 && isBoundary(lower, start - 1) && isBoundary(lower, start + cue.length())) {
                found.add(text.substring(start, start + cue.length()));
            }
        }
        return found;
    }

    private static boolean isBoundary(String text, int place) {
        return place < 0 || place >= text.length() || !Character.isLetterOrDigit(text.charAt(place));
    }

    private @Nullable EmotionalProgression progression() {
        if (context.before().isEmpty()) {
            return null;
        }
        context.derived().add(at, "emotional_progression");
        AuthoredConversation.Turn before = context.before().get();
        Emotion then = context.primaryOf(before);
        Emotion now = context.primary();
        double change = context.intensity() - (before.intensity() == null ? context.intensity() : before.intensity());
        String trajectory = trajectory(then, now, change);
        return new EmotionalProgression(
                then.code(),
                now.code(),
                trajectory,
                then.code().equals(now.code())
                        ? "Still %s, %s by %.2f."
                                .formatted(now.code(), change < 0 ? "weaker" : "stronger", Math.abs(change))
                        : "From %s to %s: %s".formatted(then.code(), now.code(), now.definition()));
    }

    private static String trajectory(Emotion then, Emotion now, double change) {
        double pleasanter = now.vad().valence() - then.vad().valence();
        if (then.code().equals(now.code())) {
            boolean better = now.valence() == Valence.NEGATIVE ? change < 0 : change > 0;
            return Math.abs(change) < NOTICEABLE ? "steady" : better ? "easing" : "intensifying";
        }
        return pleasanter > 0.1 ? "easing" : pleasanter < -0.1 ? "intensifying" : "shifting";
    }

    private BehavioralAssessment assessment() {
        return new BehavioralAssessment(
                risk(), engagement(), context.archetype().literacy().code(), trust());
    }

    private String risk() {
        if (context.uses("safety-first")) {
            return context.intensity() >= STRONG ? "acute" : "high";
        }
        return context.isNegative() && context.intensity() >= STRONG ? "moderate" : "low";
    }

    private String engagement() {
        AuthoredConversation.@Nullable Client client = context.conversation().client();
        String readiness = client == null ? "contemplation" : client.readiness();
        int level = switch (readiness) {
            case "precontemplation" -> 0;
            case "contemplation" -> 1;
            default -> 2;
        };
        if (context.isNegative() && context.intensity() >= STRONG) {
            level--;
        }
        return level <= 0 ? "low" : level == 1 ? "medium" : "high";
    }

    private String trust() {
        if (DISTRUSTING.contains(context.primary().code())) {
            return "low";
        }
        boolean trusting = TRUSTING.contains(context.primary().code())
                || TRUSTING.contains(context.secondary().code());
        return trusting || context.index() >= 3 ? "high" : "medium";
    }

    private List<Need> needs() {
        List<Need> needs = new ArrayList<>();
        if (context.uses("safety-first")) {
            add(needs, "To be safe before anything is planned", "Harm is under way or near.");
        }
        add(
                needs,
                "To have the %s met".formatted(context.primary().code()),
                context.primary().response());
        add(
                needs,
                "To have room for the %s beside it"
                        .formatted(context.secondary().code()),
                context.secondary().response());
        add(
                needs,
                context.archetype().needs().getFirst(),
                "%s: what helps this client.".formatted(context.archetype().type()));
        return needs;
    }

    private static void add(List<Need> needs, String need, String rationale) {
        needs.add(new Need(needs.size() + 1, need, rationale));
    }

    private List<String> redFlags() {
        List<String> flags = new ArrayList<>();
        if (context.uses("safety-first")) {
            flags.add("Harm is under way or near; nothing is planned in this turn.");
        }
        if (context.turn().noSoothing() != null) {
            flags.add(context.turn().noSoothing());
        }
        if (context.conversation().edge() != null) {
            flags.add("Edge case: " + context.conversation().edge());
        }
        if (context.shows("time_pressure") && context.intensity() >= STRONG) {
            flags.add("Pressed for time in a strong feeling; what cannot be undone waits.");
        }
        return flags;
    }
}

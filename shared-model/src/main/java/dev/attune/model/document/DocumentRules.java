package dev.attune.model.document;

import static dev.attune.model.strict.Breaches.child;

import dev.attune.model.conversation.Message;
import dev.attune.model.document.EmotionalContext.DetectedEmotions;
import dev.attune.model.document.EmotionalContext.EmotionalProgression;
import dev.attune.model.document.EmotionalContext.Need;
import dev.attune.model.document.ResponseBreakdown.Sentence;
import dev.attune.model.strict.Breaches;
import dev.attune.model.text.Tokens;
import dev.attune.model.vertical.Strategies.Skill;
import dev.attune.model.vertical.Strategies.Strategy;
import dev.attune.model.vertical.Vertical;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules that tie the fields of a document together, which no schema can say. */
final class DocumentRules {

    private static final String PAIRS = "/training_pairs";
    private static final int FEWEST_EXPLAINED_WORDS = 3;

    private final Vertical vertical;
    private final Set<String> skills;
    private final Set<String> personas;
    private final ConversationDocument document;
    private final Breaches breaches;

    private DocumentRules(ConversationDocument document, Vertical vertical, Breaches breaches) {
        this.document = document;
        this.vertical = vertical;
        this.breaches = breaches;
        this.skills = Stream.concat(
                        vertical.strategies().skills().stream().map(Skill::code),
                        vertical.strategies().strategies().stream().map(Strategy::code))
                .collect(Collectors.toUnmodifiableSet());
        this.personas = vertical.personas().archetypes().stream()
                .flatMap(archetype -> Stream.of(archetype.code(), archetype.name(), archetype.type()))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Notes every breach of a document whose form is right. */
    static void check(ConversationDocument document, Vertical vertical, Breaches breaches) {
        new DocumentRules(document, vertical, breaches).run();
        new HistoryRules(document, breaches).run();
    }

    private void run() {
        List<TrainingPair> pairs = document.trainingPairs();
        require(
                document.conversationMetadata().totalTurns() == pairs.size(),
                "/conversation_metadata/total_turns",
                "must be the number of training pairs, " + pairs.size());
        List<Message> said = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            TrainingPair pair = pairs.get(i);
            String at = child(PAIRS, i);
            identity(pair, i + 1, at);
            require(
                    pair.conversationHistory().equals(said),
                    at + "/conversation_history",
                    "must be what the turns before it say");
            said.add(Message.user(pair.currentUserInput()));
            said.add(Message.assistant(pair.targetResponse()));
            emotions(pair.emotionalContext(), pair.currentUserInput(), at + "/emotional_context");
            progression(pair, i == 0 ? null : pairs.get(i - 1), at + "/emotional_context/emotional_progression");
            strategy(pair.responseStrategy(), at + "/response_strategy");
            breakdown(pair.responseBreakdown(), pair.targetResponse(), at + "/response_breakdown");
            training(pair.trainingMetadata(), i, at + "/training_metadata");
        }
    }

    private void identity(TrainingPair pair, int number, String at) {
        String conversation = document.conversationMetadata().conversationId();
        require(pair.turnNumber() == number, at + "/turn_number", "must be " + number);
        require(pair.conversationId().equals(conversation), at + "/conversation_id", "must be the conversation's");
        require(
                pair.id().equals(conversation + "_turn" + number),
                at + "/id",
                "must be the conversation's with _turn" + number);
        require(
                pair.conversationMetadata()
                        .clientPersona()
                        .equals(document.conversationMetadata().persona()),
                at + "/conversation_metadata/client_persona",
                "must be the conversation's persona");
    }

    private void emotions(EmotionalContext context, String client, String at) {
        DetectedEmotions emotions = context.detectedEmotions();
        String in = at + "/detected_emotions";
        emotion(emotions.primary(), in + "/primary");
        emotion(emotions.secondary(), in + "/secondary");
        require(!emotions.primary().equals(emotions.secondary()), in + "/secondary", "must differ from the primary");
        require(
                emotions.secondaryConfidence() <= emotions.primaryConfidence(),
                in + "/secondary_confidence",
                "must not be greater than the primary's");
        require(
                (emotions.tertiary() == null) == (emotions.tertiaryConfidence() == null),
                in + "/tertiary_confidence",
                "must stand beside a tertiary emotion, and only there");
        if (emotions.tertiary() != null && emotions.tertiaryConfidence() != null) {
            emotion(emotions.tertiary(), in + "/tertiary");
            require(
                    emotions.tertiaryConfidence() <= emotions.secondaryConfidence(),
                    in + "/tertiary_confidence",
                    "must not be greater than the secondary's");
        }
        Set<String> categories = vertical.indicators().indicators().stream()
                .map(category -> category.code())
                .collect(Collectors.toSet());
        context.emotionalIndicators().forEach((category, words) -> {
            String cell = child(at + "/emotional_indicators", category);
            require(categories.contains(category), cell, "is no category of indicators");
            for (int i = 0; i < words.size(); i++) {
                require(
                        client.contains(words.get(i)),
                        child(cell, i),
                        "must stand in the client's message, word for word");
            }
        });
        List<Need> needs = context.clientNeedsHierarchy();
        for (int i = 0; i < needs.size(); i++) {
            require(
                    needs.get(i).priority() == i + 1,
                    child(at + "/client_needs_hierarchy", i) + "/priority",
                    "must be " + (i + 1));
        }
    }

    private void emotion(String code, String at) {
        require(vertical.emotion(code).isPresent(), at, "is no emotion of the taxonomy");
    }

    private void progression(TrainingPair pair, @Nullable TrainingPair before, String at) {
        EmotionalProgression progression = pair.emotionalContext().emotionalProgression();
        if (before == null || progression == null) {
            require(
                    (before == null) == (progression == null),
                    at,
                    "must be there from the second turn, and only there");
            return;
        }
        require(
                progression
                        .before()
                        .equals(before.emotionalContext().detectedEmotions().primary()),
                at + "/before",
                "must be the primary emotion of the turn before");
        require(
                progression
                        .now()
                        .equals(pair.emotionalContext().detectedEmotions().primary()),
                at + "/now",
                "must be the primary emotion of this turn");
    }

    private void strategy(ResponseStrategy strategy, String at) {
        known(strategy.primaryStrategy(), at + "/primary_strategy");
        List<String> further = strategy.secondaryStrategies();
        for (int i = 0; i < further.size(); i++) {
            String cell = child(at + "/secondary_strategies", i);
            known(further.get(i), cell);
            require(
                    !further.get(i).equals(strategy.primaryStrategy()) && further.indexOf(further.get(i)) == i,
                    cell,
                    "must differ from the others");
        }
        Set<String> failed = vertical.failedStrategies().failedStrategies().stream()
                .map(each -> each.code())
                .collect(Collectors.toSet());
        for (int i = 0; i < strategy.avoidTactics().size(); i++) {
            require(
                    failed.contains(strategy.avoidTactics().get(i)),
                    child(at + "/avoid_tactics", i),
                    "is no failed strategy of the taxonomy");
        }
    }

    private void known(String strategy, String at) {
        require(vertical.strategy(strategy).isPresent(), at, "is no strategy of the taxonomy");
    }

    private void breakdown(ResponseBreakdown breakdown, String response, String at) {
        List<Sentence> sentences = breakdown.sentences();
        require(
                breakdown.totalSentences() == sentences.size(),
                at + "/total_sentences",
                "must be the number of sentences, " + sentences.size());
        require(
                sentences.stream()
                        .map(Sentence::text)
                        .collect(Collectors.joining(" "))
                        .equals(response),
                at + "/sentences",
                "must be the target response when they are joined by blanks");
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            String cell = child(at + "/sentences", i) + "/word_choice_rationale";
            long words = Tokens.of(sentence.text()).stream()
                    .distinct()
                    .filter(DocumentRules::isWord)
                    .count();
            require(
                    sentence.wordChoiceRationale().size() >= Math.min(words, FEWEST_EXPLAINED_WORDS),
                    cell,
                    "must explain three words, or all where there are fewer");
            sentence.wordChoiceRationale()
                    .keySet()
                    .forEach(word ->
                            require(sentence.text().contains(word), child(cell, word), "must stand in the sentence"));
        }
    }

    private static boolean isWord(String token) {
        return Character.isLetterOrDigit(token.codePointAt(0));
    }

    private void training(TrainingMetadata training, int index, String at) {
        require(
                training.conversationTurn() == index + 1,
                at + "/conversation_turn",
                "must be the turn's number, " + (index + 1));
        List<String> shown = training.demonstratesSkills();
        for (int i = 0; i < shown.size(); i++) {
            String cell = child(at + "/demonstrates_skills", i);
            if (personas.contains(shown.get(i).toLowerCase(Locale.ROOT))) {
                breaches.add(cell, "is a persona and no skill");
            } else {
                require(skills.contains(shown.get(i)), cell, "is no skill of the taxonomy");
            }
        }
        if (training.humanReviewed()) {
            String pointer = at + "/human_reviewed";
            require(
                    document.labelRevisions().stream()
                            .anyMatch(revision -> revision.pointer().equals(pointer)
                                    && revision.actor().kind().isPerson()),
                    pointer,
                    "can be true only by a person's revision");
        }
    }

    private void require(boolean condition, String pointer, String message) {
        breaches.require(condition, pointer, message);
    }
}

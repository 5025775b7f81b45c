package dev.attune.model.annotator;

import dev.attune.model.conversation.AuthoredConversation;
import dev.attune.model.conversation.Message;
import dev.attune.model.document.ConversationDocument;
import dev.attune.model.document.DocumentMetadata;
import dev.attune.model.document.ResponseBreakdown;
import dev.attune.model.document.TrainingPair;
import dev.attune.model.document.TrainingPair.PairMetadata;
import dev.attune.model.strict.BreachException;
import dev.attune.model.strict.Breaches;
import dev.attune.model.vertical.MoneyBelief;
import dev.attune.model.vertical.Topics.Topic;
import dev.attune.model.vertical.Vertical;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes documents of the deep format from compact conversations of one vertical. */
public final class Annotator {

    private final Vertical vertical;
    private final DocumentMetadata.Authorship authorship;

    /** @param authorship who wrote the conversations, and under which licence */
    public Annotator(Vertical vertical, DocumentMetadata.Authorship authorship) {
        this.vertical = vertical;
        this.authorship = authorship;
    }

    /**
     * The documents of conversations, in their order. Each persona's conversations are numbered in that order.
     *
     * @throws BreachException where a conversation lacks what the format asks an author for, with a pointer into it
     */
    public List<ConversationDocument> annotate(List<AuthoredConversation> conversations) {
        Map<String, Integer> numbers = new HashMap<>();
        return conversations.stream()
                .map(conversation ->
                        annotate(conversation, numbers.merge(String.valueOf(conversation.persona()), 1, Integer::sum)))
                .toList();
    }

    /**
     * The document of a conversation.
     *
     * @param number its number among the persona's conversations, from 1
     * @throws BreachException where it lacks what the format asks an author for, with a pointer into it
     */
    public ConversationDocument annotate(AuthoredConversation conversation, int number) {
        Breaches breaches = new Breaches();
        AuthoredRules.check(conversation, vertical, breaches);
        if (!breaches.isEmpty()) {
            throw new BreachException(String.valueOf(conversation.id()), breaches.list());
        }
        String id = "fp_%s_%03d".formatted(conversation.persona(), number);
        Derived derived = new Derived();
        List<TrainingPair> pairs = new ArrayList<>();
        List<Message> said = new ArrayList<>();
        for (int i = 0; i < conversation.turns().size(); i++) {
            TurnContext context = new TurnContext(vertical, conversation, i, "/training_pairs/" + i, derived);
            pairs.add(pair(id, context, List.copyOf(said)));
            said.add(Message.user(context.turn().client()));
            said.add(Message.assistant(context.target().text()));
        }
        return new ConversationDocument(metadata(id, conversation), pairs, List.of(), derived.list());
    }

    private TrainingPair pair(String id, TurnContext context, List<Message> history) {
        context.derived()
                .add(
                        context.pointer() + "/conversation_metadata",
                        "session_context",
                        "conversation_phase",
                        "expected_outcome");
        ResponseBreakdown breakdown = new BreakdownAnnotator(context).annotate();
        TrainingAnnotator training = new TrainingAnnotator(context, breakdown);
        return new TrainingPair(
                id + "_turn" + (context.index() + 1),
                id,
                context.index() + 1,
                pairMetadata(context),
                vertical.personas().advisor().systemPrompt(),
                history,
                context.turn().client(),
                new EmotionAnnotator(context).annotate(),
                new StrategyAnnotator(context).annotate(),
                context.target().text(),
                breakdown,
                training.patterns(),
                training.annotate());
    }

    private PairMetadata pairMetadata(TurnContext context) {
        AuthoredConversation conversation = context.conversation();
        AuthoredConversation.Arc arc = Objects.requireNonNull(conversation.arc());
        String topic = vertical.topics().topics().stream()
                .filter(each -> each.code().equals(conversation.topic()))
                .map(Topic::title)
                .findFirst()
                .orElseThrow();
        return new PairMetadata(
                context.archetype().code(),
                Objects.requireNonNull(conversation.personaNote()),
                conversation.document() == null
                        ? "%s, %s".formatted(topic, conversation.stage())
                        : "%s, %s: %s"
                                .formatted(
                                        topic,
                                        conversation.stage(),
                                        conversation.document().title()),
                phase(context),
                "From %s (%.2f) to %s (%.2f). %s"
                        .formatted(
                                arc.from().emotion(),
                                arc.from().intensity(),
                                arc.to().emotion(),
                                arc.to().intensity(),
                                arc.note()));
    }

    private static String phase(TurnContext context) {
        if (context.index() == 0) {
            return "opening";
        }
        if (context.isLast()) {
            return "closing";
        }
        return context.index() * 2 < context.conversation().turns().size() ? "exploring" : "working";
    }

    private DocumentMetadata metadata(String id, AuthoredConversation conversation) {
        AuthoredConversation.Arc arc = Objects.requireNonNull(conversation.arc());
        AuthoredConversation.Client client = Objects.requireNonNull(conversation.client());
        return new DocumentMetadata(
                id,
                vertical.version(),
                vertical.rubric().version(),
                Objects.requireNonNull(conversation.id()),
                Objects.requireNonNull(conversation.topic()),
                Objects.requireNonNull(conversation.stage()),
                Objects.requireNonNull(conversation.tier()),
                Objects.requireNonNull(conversation.persona()),
                conversation.edge(),
                conversation.document() == null
                        ? null
                        : new DocumentMetadata.SourceDocument(
                                conversation.document().title(),
                                conversation.document().text()),
                conversation.turns().size(),
                new DocumentMetadata.Arc(
                        place(arc.from()), place(arc.to()), arc.shape(), Objects.requireNonNull(arc.note())),
                new DocumentMetadata.Client(
                        belief(client),
                        client.beliefOrigin(),
                        client.distortion(),
                        client.readiness(),
                        client.learntLater()),
                conversation.contrasts().stream()
                        .map(contrast -> new DocumentMetadata.Contrast(contrast.kind(), contrast.with(), contrast.on()))
                        .toList(),
                authorship);
    }

    private static DocumentMetadata.Place place(AuthoredConversation.Place place) {
        return new DocumentMetadata.Place(place.emotion(), place.intensity());
    }

    private static MoneyBelief belief(AuthoredConversation.Client client) {
        return Arrays.stream(MoneyBelief.values())
                .filter(belief -> belief.code().equals(client.moneyBelief()))
                .findFirst()
                .orElseThrow();
    }
}

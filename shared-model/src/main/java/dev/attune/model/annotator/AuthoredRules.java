package dev.attune.model.annotator;

import static dev.attune.model.strict.Breaches.child;

import dev.attune.model.conversation.AuthoredConversation;
import dev.attune.model.conversation.AuthoredConversation.Response;
import dev.attune.model.conversation.AuthoredConversation.Turn;
import dev.attune.model.strict.Breaches;
import dev.attune.model.vertical.MoneyBelief;
import dev.attune.model.vertical.Vertical;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a compact conversation must hold so that a document can be written of it: the labels that no rule can give. */
final class AuthoredRules {

    private final AuthoredConversation conversation;
    private final Vertical vertical;
    private final Breaches breaches;

    private AuthoredRules(AuthoredConversation conversation, Vertical vertical, Breaches breaches) {
        this.conversation = conversation;
        this.vertical = vertical;
        this.breaches = breaches;
    }

    /** Notes all that is missing or unknown to the vertical. */
    static void check(AuthoredConversation conversation, Vertical vertical, Breaches breaches) {
        new AuthoredRules(conversation, vertical, breaches).run();
    }

    private void run() {
        there(conversation.id(), "/id");
        there(conversation.stage(), "/stage");
        there(conversation.tier(), "/tier");
        there(conversation.personaNote(), "/persona_note");
        breaches.require(
                vertical.topics().topics().stream()
                        .anyMatch(topic -> topic.code().equals(conversation.topic())),
                "/topic",
                "is no topic of the vertical");
        breaches.require(
                vertical.archetype(String.valueOf(conversation.persona())).isPresent(),
                "/persona",
                "is no persona of the vertical");
        AuthoredConversation.@Nullable Arc arc = conversation.arc();
        breaches.require(
                arc != null && arc.from() != null && arc.to() != null && arc.note() != null,
                "/arc",
                "must say from, to and note");
        client();
        breaches.require(!conversation.turns().isEmpty(), "/turns", "must have at least one");
        for (int i = 0; i < conversation.turns().size(); i++) {
            turn(conversation.turns().get(i), child("/turns", i));
        }
    }

    private void client() {
        AuthoredConversation.@Nullable Client client = conversation.client();
        if (client == null) {
            breaches.add("/client", "is missing");
            return;
        }
        breaches.require(
                Arrays.stream(MoneyBelief.values())
                        .anyMatch(belief -> belief.code().equals(client.moneyBelief())),
                "/client/money_belief",
                "is no money belief");
        there(client.beliefOrigin(), "/client/belief_origin");
        there(client.readiness(), "/client/readiness");
        there(client.learntLater(), "/client/learnt_later");
    }

    private void turn(Turn turn, String at) {
        there(turn.client(), at + "/client");
        breaches.require(
                turn.intensity() != null && turn.intensity() >= 0 && turn.intensity() <= 1,
                at + "/intensity",
                "must be from 0 to 1");
        breaches.require(turn.emotions().size() >= 2, at + "/emotions", "must be at least two");
        for (int i = 0; i < turn.emotions().size(); i++) {
            breaches.require(
                    vertical.emotion(turn.emotions().get(i).emotion()).isPresent(),
                    child(at + "/emotions", i),
                    "is no emotion of the vertical");
        }
        breaches.require(!turn.strategies().isEmpty(), at + "/strategies", "must have at least one");
        for (int i = 0; i < turn.strategies().size(); i++) {
            breaches.require(
                    vertical.strategy(turn.strategies().get(i)).isPresent(),
                    child(at + "/strategies", i),
                    "is no strategy of the vertical");
        }
        if (turn.responses().isEmpty()) {
            breaches.add(at + "/responses", "must have at least one");
        } else {
            target(turn.responses().getFirst(), at + "/responses/0");
        }
    }

    private void target(Response response, String at) {
        there(response.text(), at + "/text");
        there(response.reason(), at + "/reason");
        Set<String> missing = vertical.rubric().codes().stream()
                .filter(criterion -> !response.scores().containsKey(criterion))
                .collect(Collectors.toSet());
        breaches.require(missing.isEmpty(), at + "/scores", "must have a score of " + List.copyOf(missing));
    }

    private void there(@Nullable String text, String at) {
        breaches.require(text != null && !text.isBlank(), at, "is missing");
    }
}

package dev.attune.generation.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.attune.generation.conversation.Conversation.Origin;
import dev.attune.generation.conversation.ConversationDraft.Preference;
import dev.attune.generation.conversation.ConversationDraft.Response;
import dev.attune.generation.conversation.ConversationDraft.Turn;
import dev.attune.generation.generator.Draft;
import dev.attune.generation.generator.Generator;
import dev.attune.generation.generator.TurnContext;
import dev.attune.model.conversation.Message;
import dev.attune.model.conversation.Role;
import dev.attune.model.message.TurnState;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationFactoryTest {

    private static final Origin ORIGIN = new Origin("set", "api", null, null);

    /** Says how much it was shown. */
    private static final class CountingGenerator implements Generator {

        @Override
        public String name() {
            return "counting-1";
        }

        @Override
        public List<Draft> candidates(TurnContext context) {
            int heard = context.history().size();
            return List.of(new Draft("a", "first after " + heard), new Draft("b", "second after " + heard));
        }
    }

    private final ConversationFactory factory = new ConversationFactory(new CountingGenerator());

    @Test
    void shouldCarryTheFirstResponseIntoLaterHistories() {
        ConversationDraft draft = new ConversationDraft(
                "ext",
                "Be kind.",
                List.of(Message.user("u0"), Message.assistant("a0")),
                List.of(
                        new Turn("u1", List.of(said("a1"), said("other")), List.of(new Preference(1, 0))),
                        new Turn("u2", List.of(), List.of())));

        Conversation conversation = factory.make(draft, ORIGIN);

        Conversation.Turn first = conversation.turns().get(0);
        Conversation.Turn second = conversation.turns().get(1);
        assertThat(first.number()).isEqualTo(2);
        assertThat(first.history())
                .containsExactly(new Message(Role.SYSTEM, "Be kind."), Message.user("u0"), Message.assistant("a0"));
        assertThat(first.preferences())
                .containsExactly(new Conversation.Preference(
                        first.responses().get(1).id(), first.responses().get(0).id()));
        assertThat(second.number()).isEqualTo(3);
        assertThat(second.history()).hasSize(5).endsWith(Message.user("u1"), Message.assistant("a1"));
        assertThat(second.responses())
                .extracting(Conversation.Response::text, Conversation.Response::generator)
                .containsExactly(tuple("first after 5", "counting-1"), tuple("second after 5", "counting-1"));
        assertThat(conversation.turns()).allMatch(turn -> turn.state() == TurnState.COMPLETE && turn.revision() == 1);
        assertThat(conversation.responseCount()).isEqualTo(4);
        assertThat(conversation.key()).isEqualTo("id:ext");
    }

    @Test
    void shouldKnowTheSameContentAgain() {
        ConversationDraft draft =
                new ConversationDraft(null, null, List.of(), List.of(new Turn("u", List.of(said("a")), List.of())));
        ConversationDraft other =
                new ConversationDraft(null, null, List.of(), List.of(new Turn("u", List.of(said("b")), List.of())));

        Conversation once = factory.make(draft, ORIGIN);
        Conversation again = factory.make(draft, ORIGIN);

        assertThat(again.key()).isEqualTo(once.key()).isEqualTo("sha256:" + draft.contentHash());
        assertThat(again.id()).isNotEqualTo(once.id());
        assertThat(other.contentHash()).isNotEqualTo(draft.contentHash());
    }

    private static Response said(String text) {
        return new Response(text, "author");
    }
}

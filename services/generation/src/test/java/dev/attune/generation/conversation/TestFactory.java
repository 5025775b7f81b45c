package dev.attune.generation.conversation;

import dev.attune.generation.generator.Draft;
import dev.attune.generation.generator.Generator;
import dev.attune.generation.generator.TurnContext;
import java.util.List;

/** Makes conversations without a container. */
public final class TestFactory {

    private TestFactory() {}

    /** A factory whose generator has nothing to say. */
    public static ConversationFactory withoutGenerator() {
        return new ConversationFactory(new Generator() {
            @Override
            public String name() {
                return "silent";
            }

            @Override
            public List<Draft> candidates(TurnContext context) {
                return List.of();
            }
        });
    }
}

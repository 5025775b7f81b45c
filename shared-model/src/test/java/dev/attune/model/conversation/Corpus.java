package dev.attune.model.conversation;

import dev.attune.model.conversation.AuthoredConversation.Response;
import dev.attune.model.conversation.AuthoredConversation.Turn;
import java.util.List;
import java.util.stream.Stream;

/** The seed corpus, laid out for tests. */
final class Corpus {

    static final List<AuthoredConversation> ALL = SeedCorpus.finance().conversations();

    private Corpus() {}

    /** A turn with what it belongs to; its name is for messages. */
    record Place(AuthoredConversation conversation, int number, Turn turn) {
        @Override
        public String toString() {
            return conversation.id() + " turn " + number;
        }
    }

    static List<Place> turns() {
        return ALL.stream()
                .flatMap(conversation -> Stream.iterate(
                                0, i -> i < conversation.turns().size(), i -> i + 1)
                        .map(i -> new Place(
                                conversation, i + 1, conversation.turns().get(i))))
                .toList();
    }

    static Response target(Place place) {
        return place.turn().responses().getFirst();
    }

    static List<Response> responses() {
        return turns().stream()
                .flatMap(place -> place.turn().responses().stream())
                .toList();
    }

    /** Turns with a near miss and a failure beside the target. */
    static List<Place> graded() {
        return turns().stream()
                .filter(place -> place.turn().responses().stream()
                        .map(Response::kind)
                        .toList()
                        .containsAll(List.of("target", "near_miss", "failure")))
                .toList();
    }
}

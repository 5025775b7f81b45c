package dev.attune.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One trace leads from what a client sent to the pair that it became, through every service and the messages between. */
class TracesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> ALL_SERVICES = Set.of("gateway", "generation", "scoring", "ranking", "preference");
    private static final String PAIR_MADE = "process attune.rankings";

    private final SharedPlatform shared = SharedPlatform.get();

    @Test
    void shouldTraceAPostedConversationToItsPair() {
        shared.curator().createDataset("it-traces-post", "Apache-2.0", "A system test's", false);
        String conversation = shared.json(
                        shared.send("POST", "/v1/conversations", shared.token("curator", "it", "*"), """
                        {"dataset":"it-traces-post","turns":[{"client":"The quince letter is in the cupboard.","responses":[\
                        {"text":"What would the quince say?"},{"text":"You should open the cupboard today."}]}]}"""))
                .path("conversation")
                .asText();
        assertThat(conversation).isNotEmpty();

        List<ReceivedSpan> trace = traceOf(conversation);

        assertThat(roots(trace)).extracting(ReceivedSpan::service).containsExactly("gateway");
        assertThat(services(trace)).isEqualTo(ALL_SERVICES);
        assertNoWords("quince", "cupboard");
    }

    @Test
    void shouldTraceAnImportToEachOfItsPairs() {
        shared.importLines(
                "it-traces-import",
                "trl-preference",
                List.of(
                        "{\"prompt\":\"The medlar is unpaid.\",\"chosen\":\"How is the medlar?\",\"rejected\":\"Pay it.\"}",
                        "{\"prompt\":\"A sloe bonus came.\",\"chosen\":\"What of the sloe?\",\"rejected\":\"Invest.\"}"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(pairs("it-traces-import")).hasSize(2));
        List<String> conversations = pairs("it-traces-import").findValuesAsText("turnId").stream()
                .map(turn -> shared.curator()
                        .get("/v1/turns/" + turn)
                        .path("conversation")
                        .asText())
                .toList();
        assertThat(conversations).doesNotHaveDuplicates().hasSize(2);

        List<ReceivedSpan> first = traceOf(conversations.get(0));
        List<ReceivedSpan> second = traceOf(conversations.get(1));

        assertThat(first.getFirst().trace()).isEqualTo(second.getFirst().trace());
        assertThat(roots(first)).extracting(ReceivedSpan::service).containsExactly("gateway");
        assertThat(services(first)).isEqualTo(ALL_SERVICES);
        assertThat(services(second)).isEqualTo(ALL_SERVICES);
        assertNoWords("medlar", "sloe");
    }

    /** The trace, with the spans of all services, in which preference made the pair of a conversation. */
    private List<ReceivedSpan> traceOf(String conversation) {
        return await().atMost(PATIENCE)
                .until(
                        () -> shared.traces().spans().stream()
                                .filter(span -> span.service().equals("preference")
                                        && span.name().equals(PAIR_MADE)
                                        && conversation.equals(span.attributes().get("messaging.kafka.message.key")))
                                .findFirst()
                                .map(pairMade -> shared.traces().spans().stream()
                                        .filter(span -> span.trace().equals(pairMade.trace()))
                                        .toList())
                                .orElse(List.of()),
                        // Each service sends its spans when its own time comes, not in the order of the trace.
                        trace -> services(trace).containsAll(ALL_SERVICES));
    }

    private static Set<String> services(List<ReceivedSpan> trace) {
        return trace.stream().map(ReceivedSpan::service).collect(Collectors.toSet());
    }

    private static List<ReceivedSpan> roots(List<ReceivedSpan> trace) {
        return trace.stream().filter(span -> span.parent().isEmpty()).toList();
    }

    private JsonNode pairs(String dataset) {
        return shared.curator().get("/v1/pairs?dataset=" + dataset).path("items");
    }

    private void assertNoWords(String... words) {
        assertThat(shared.traces().bodies()).isNotEmpty();
        assertThat(words).noneMatch(shared.traces()::holds);
    }
}

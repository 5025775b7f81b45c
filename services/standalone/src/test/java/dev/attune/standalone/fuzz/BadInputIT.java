package dev.attune.standalone.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Bad input to every operation of the platform, and the proof that what is wrong with an answer is found. */
@Tag("full")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadInputIT {

    private static final long SEED = Long.getLong("attune.fuzz.seed", 20_261_120L);
    private static final int REQUESTS = Integer.getInteger("attune.fuzz.requests", 20_000);

    /** What these need is not here: each that succeeds has every turn scored anew, which would be all that happens. */
    private static final Set<String> NEED_ANOTHER_MODEL =
            Set.of("POST /v1/models/rollback", "POST /v1/models/{model}/promotions");

    private static FuzzedPlatform platform;

    @BeforeAll
    static void start() throws Exception {
        platform = FuzzedPlatform.start();
    }

    @AfterAll
    static void stop() throws Exception {
        platform.close();
    }

    /** First, since comparisons can be judged but once. */
    @Test
    @Order(1)
    void shouldAnswerEveryRequestAsTheDocumentSays() throws Exception {
        Fuzzer fuzzer = new Fuzzer(SEED, platform.document(), platform.world(), new HttpSender(platform.url()));

        Report report = fuzzer.run(REQUESTS, operation -> true);

        System.out.println(report.text());
        Files.writeString(Path.of("target", "fuzz-report.txt"), report.text());
        assertThat(report.faults()).isEmpty();
        assertThat(report.requests()).isEqualTo(REQUESTS);
        assertThat(report.operations())
                .isEqualTo(platform.document().operations().stream()
                        .map(Operation::name)
                        .collect(Collectors.toSet()));
        assertThat(report.neverSucceeded()).isSubsetOf(NEED_ANOTHER_MODEL);
        assertThat(report.slow()).isLessThan(REQUESTS / 100);
    }

    @Test
    void shouldFindTheFaultsOfADefectivePlatform() throws Exception {
        Set<String> spoilt =
                Set.of("POST /v1/judgments", "GET /v1/snapshots/{id}", "GET /v1/rubrics", "GET /v1/turns/{id}");
        Sender defective = new DefectiveSender(new HttpSender(platform.url()));
        Fuzzer fuzzer = new Fuzzer(SEED, platform.document(), platform.world(), defective);

        Report report = fuzzer.run(1_500, operation -> spoilt.contains(operation.name()));

        System.out.println(report.text());
        assertThat(report.faults())
                .containsExactlyInAnyOrder(
                        "POST /v1/judgments: status 500",
                        "POST /v1/judgments: shows its inside",
                        "GET /v1/snapshots/{id}: status 200 breaks its schema: required property 'pairs' not found",
                        "GET /v1/rubrics: undocumented status 418");
        assertThat(report.neverSucceeded()).contains("GET /v1/rubrics");
    }

    @Test
    void shouldSurviveWhatIsNoHttp() throws Exception {
        RawRequests requests = new RawRequests(platform.url(), platform.world().token("curator"));
        for (Map.Entry<String, String> request : requests.all().entrySet()) {
            String answer = requests.send(request.getValue());
            String status = answer.lines().findFirst().orElse("closed");
            System.out.println("%-34s %s".formatted(request.getKey(), status));
            assertThat(status).as(request.getKey()).matches("closed|nothing in .*|HTTP/[0-9.]+ [1-4][0-9][0-9].*");
            assertThat(AnswerCheck.inside(answer)).as(request.getKey()).isEmpty();
        }
        assertThat(requests.send(requests.plain())).startsWith("HTTP/1.1 200 OK");
    }
}

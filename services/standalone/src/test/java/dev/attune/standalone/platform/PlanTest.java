package dev.attune.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {

    @TempDir
    Path folder;

    @Test
    void shouldGiveTheGatewayEveryReplica() throws Exception {
        Home home = new Home(folder);
        Plan plan = new Plan(
                folder,
                new AotCaches(folder, false),
                home,
                new Ports(20_000),
                keys(home),
                Map.of(ServiceKind.RANKING, 2),
                URI.create("http://127.0.0.1:4318"));

        List<Child.Spec> services = plan.services();

        assertThat(services)
                .extracting(Child.Spec::name)
                .containsExactly("generation", "scoring", "ranking-1", "ranking-2", "preference", "gateway");
        Child.Spec gateway = services.getLast();
        assertThat(gateway.port()).isEqualTo(20_000);
        assertThat(gateway.environment().get())
                .containsEntry(
                        "ATTUNE_GATEWAY_RANKING",
                        "127.0.0.1:" + services.get(2).port() + ",127.0.0.1:"
                                + services.get(3).port());
        assertThat(gateway.environment().get()).doesNotContainKey("QUARKUS_OIDC_PUBLIC_KEY");
        assertThat(services).extracting(Child.Spec::port).doesNotHaveDuplicates();
        assertThat(services)
                .extracting(Child.Spec::environment)
                .allSatisfy(environment -> assertThat(environment.get())
                        .containsEntry("ATTUNE_TRACING_ENDPOINT", "http://127.0.0.1:4318"));
    }

    @Test
    void shouldUseTheCachesThatAreThereAndNoOthers() throws Exception {
        Path cache = Files.createDirectories(folder.resolve("services/scoring/target"))
                .resolve("scoring.aot");
        Files.createFile(cache);
        Files.createFile(cache.resolveSibling("scoring.aot.new"));

        Plan plan = plan(new AotCaches(folder, false));

        assertThat(command(plan, "scoring")).contains("-XX:AOTCache=" + cache, "-Xlog:aot*=off", "-Xlog:cds*=off");
        assertThat(command(plan, "ranking")).noneMatch(argument -> argument.matches("-XX:AOT.*|-Xlog.*"));
        assertThat(plan.broker().command()).noneMatch(argument -> argument.matches("-XX:AOT.*|-Xlog.*"));
    }

    @Test
    void shouldWriteEveryCacheBesideItsPlaceWhileTraining() throws Exception {
        Plan plan = plan(new AotCaches(folder, true));

        assertThat(command(plan, "scoring"))
                .contains("-XX:-AOTRecordTraining")
                .contains("-XX:AOTCacheOutput=" + folder.resolve("services/scoring/target/scoring.aot.new"))
                .noneMatch(argument -> argument.startsWith("-XX:AOTCache="));
        assertThat(plan.database().command())
                .contains("-XX:AOTCacheOutput=" + folder.resolve("services/standalone/target/database.aot.new"));
    }

    @Test
    void shouldPublishWholeCachesAndDiscardTheRest() throws Exception {
        Path target = Files.createDirectories(folder.resolve("services/scoring/target"));
        Files.writeString(target.resolve("scoring.aot"), "old");
        Files.writeString(target.resolve("scoring.aot.new"), "part");
        Files.writeString(target.resolve("scoring.aot.new.config"), "part");
        AotCaches caches = new AotCaches(folder, true);

        caches.discard();

        assertThat(target.toFile().list()).containsExactly("scoring.aot");
        assertThat(caches.publish()).isZero();
        Files.writeString(target.resolve("scoring.aot.new"), "new");
        assertThat(caches.publish()).isOne();
        assertThat(target.resolve("scoring.aot")).hasContent("new");
        assertThat(target.toFile().list()).containsExactly("scoring.aot");
    }

    private Plan plan(AotCaches caches) throws Exception {
        Home home = new Home(folder);
        return new Plan(folder, caches, home, new Ports(20_000), keys(home), Map.of(), null);
    }

    private static List<String> command(Plan plan, String service) {
        return plan.services().stream()
                .filter(spec -> spec.name().equals(service))
                .findFirst()
                .orElseThrow()
                .command();
    }

    private static Supplier<Keys> keys(Home home) throws IOException {
        Keys keys = Keys.of(home);
        return () -> keys;
    }
}

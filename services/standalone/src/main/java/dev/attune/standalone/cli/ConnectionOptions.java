package dev.attune.standalone.cli;

import dev.attune.standalone.client.AttuneClient;
import dev.attune.standalone.platform.Home;
import dev.attune.standalone.platform.Keys;
import dev.attune.standalone.platform.PlatformException;
import dev.attune.standalone.platform.Tokens;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which platform to speak to, and as whom. */
final class ConnectionOptions {

    @Mixin
    HomeOption home;

    @Option(names = "--url", description = "The platform's address (default: the one that runs on the home)")
    @Nullable
    String url;

    @Option(
            names = "--token",
            description = "A bearer token (default: ATTUNE_TOKEN, else one made with the keys of the home)")
    @Nullable
    String token;

    AttuneClient client() throws IOException {
        Home place = home.home();
        String address = url != null
                ? url
                : place.url()
                        .orElseThrow(() -> new PlatformException("No platform runs on the home " + place.folder()
                                + ". Start one with: attune up, or name its address with --url"));
        return new AttuneClient(address, token(place));
    }

    private String token(Home place) throws IOException {
        if (token != null) {
            return token;
        }
        String environment = System.getenv("ATTUNE_TOKEN");
        return environment != null && !environment.isBlank() ? environment : curator(place);
    }

    /** A short-lived curator's token for all datasets of a home. */
    static String curator(Home home) throws IOException {
        return Tokens.make(Keys.of(home), "command-line", List.of("curator"), List.of("*"), Duration.ofHours(12));
    }

    /** A short-lived administrator's token for all datasets of a home. */
    static String admin(Home home) throws IOException {
        return Tokens.make(Keys.of(home), "command-line", List.of("admin"), List.of("*"), Duration.ofHours(1));
    }
}

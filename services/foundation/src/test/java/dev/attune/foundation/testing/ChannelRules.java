package dev.attune.foundation.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.attune.model.message.MessageType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The rule that a service states every setting of its incoming channels itself: the defaults of the connector would lose
 * messages, or stop at the first that is broken.
 */
public final class ChannelRules {

    private static final String SERVICE = "quarkus.application.name";
    private static final String INCOMING = "mp.messaging.incoming.";
    private static final String SUFFIX = "-in";
    private static final int LARGEST_POLL = 1_000;

    private ChannelRules() {}

    /**
     * Checks the service on whose class path this runs: the channels in its {@code application.properties} are those that
     * methods below {@code dev.attune.<service>} consume, and each of them states all that it must.
     */
    public static void check() {
        Properties properties = properties();
        assertThat(faults(properties, consumed("dev.attune." + properties.getProperty(SERVICE))))
                .isEmpty();
    }

    /** What is wrong with the channels. */
    static List<String> faults(Properties properties, Set<String> consumed) {
        Set<String> stated = properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(INCOMING))
                .map(name -> name.substring(INCOMING.length()).split("\\.", 2)[0])
                .collect(Collectors.toSet());
        Set<String> channels = new TreeSet<>(stated);
        channels.addAll(consumed);
        List<String> faults = new ArrayList<>();
        for (String channel : channels) {
            if (!consumed.contains(channel)) {
                faults.add(channel + ": no method consumes it");
            }
            faults.addAll(faultsOf(channel, properties));
        }
        return faults;
    }

    private static List<String> faultsOf(String channel, Properties properties) {
        String prefix = INCOMING + channel + ".";
        List<String> faults = new ArrayList<>();
        required(properties.getProperty(SERVICE)).forEach((setting, value) -> {
            String actual = properties.getProperty(prefix + setting);
            if (!value.equals(actual)) {
                faults.add(channel + ": " + setting + " must be " + value + ", is " + actual);
            }
        });
        String topic = properties.getProperty(prefix + "topic");
        if (Arrays.stream(MessageType.values()).noneMatch(type -> type.topic().equals(topic))
                || !channel.equals(topic.substring(topic.indexOf('.') + 1) + SUFFIX)) {
            faults.add(channel + ": topic must be the one that the channel is called after, is " + topic);
        }
        String poll = properties.getProperty(prefix + "max.poll.records", "");
        if (!poll.matches("\\d{1,4}") || Integer.parseInt(poll) < 1 || Integer.parseInt(poll) > LARGEST_POLL) {
            faults.add(channel + ": max.poll.records must be 1 to " + LARGEST_POLL + ", is " + poll);
        }
        return faults;
    }

    private static Map<String, String> required(String service) {
        return new TreeMap<>(Map.of(
                "connector", "smallrye-kafka",
                "group.id", service,
                "auto.offset.reset", "earliest",
                "batch", "true",
                "commit-strategy", "latest",
                "failure-strategy", "fail"));
    }

    private static Set<String> consumed(String root) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(root).stream()
                        .flatMap(type -> type.getMethods().stream())
                        .map(JavaMethod::reflect)
                        .flatMap(method -> Arrays.stream(method.getAnnotationsByType(Incoming.class)))
                        .map(Incoming::value)
                        .collect(Collectors.toSet());
    }

    /** The properties of the service itself: the first on the class path that name a service. */
    private static Properties properties() {
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            for (URL url : Collections.list(loader.getResources("application.properties"))) {
                Properties properties = new Properties();
                try (InputStream in = url.openStream()) {
                    properties.load(in);
                }
                if (properties.containsKey(SERVICE)) {
                    return properties;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("no application.properties on the class path states " + SERVICE);
    }
}

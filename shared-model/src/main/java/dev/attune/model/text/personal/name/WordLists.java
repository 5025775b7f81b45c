package dev.attune.model.text.personal.name;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lists of the project, read once from the class path; in lower case unless it matters. */
final class WordLists {

    static final Set<String> GIVEN = words("given-names");
    static final Set<String> SURNAMES = words("surnames");

    /** Names that are ordinary words too. */
    static final Set<String> COMMON = words("common-words");

    /** What is written with a capital and is no name of a person. */
    static final Set<String> CAPITALISED = words("capitalised-words");

    /** Names that stay: the advisor's own and those of public institutions. */
    static final List<List<String>> PROTECTED = read("protected-names")
            .lines()
            .map(line -> List.of(line.toLowerCase(Locale.ROOT).split(" ")))
            .toList();

    static final List<String> CITIES = Arrays.stream(read("cities").split(","))
            .map(String::strip)
            .filter(city -> !city.isEmpty())
            .distinct()
            .toList();
    static final List<String> PSEUDONYMS_GIVEN = split("pseudonyms-given").toList();
    static final List<String> PSEUDONYMS_SURNAME = split("pseudonyms-surname").toList();

    private WordLists() {}

    private static Set<String> words(String name) {
        return split(name).map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> split(String name) {
        return Arrays.stream(read(name).split("\\s+")).filter(word -> !word.isEmpty());
    }

    private static String read(String name) {
        String path = "/personal/" + name + ".txt";
        try (InputStream in = WordLists.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing from the class path: " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.attune.preference.combination.persistence;

import dev.attune.model.Ids;
import dev.attune.preference.combination.Combination;
import dev.attune.preference.pair.Reason;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of the table {@code pair} as arrays, one a column, in the order of its insert. */
final class PairColumns {

    private PairColumns() {}

    static Tuple of(List<Combination> pairs) {
        return Tuple.tuple()
                .addArrayOfUUID(uuids(pairs, pair -> Ids.next()))
                .addArrayOfUUID(uuids(pairs, pair -> pair.turn().turnId()))
                .addArrayOfString(strings(pairs, pair -> pair.turn().dataset()))
                .addArrayOfUUID(uuids(pairs, pair -> pair.estimate().a()))
                .addArrayOfUUID(uuids(pairs, pair -> pair.estimate().b()))
                .addArrayOfUUID(uuids(pairs, Combination::chosen))
                .addArrayOfUUID(uuids(pairs, Combination::rejected))
                .addArrayOfDouble(doubles(pairs, Combination::probability))
                .addArrayOfDouble(doubles(pairs, Combination::low))
                .addArrayOfDouble(doubles(pairs, Combination::high))
                .addArrayOfDouble(doubles(pairs, Combination::margin))
                .addArrayOfString(
                        strings(pairs, pair -> pair.decision().origin().code()))
                .addArrayOfString(strings(pairs, pair -> code(pair.decision().reason())))
                .addArrayOfString(strings(pairs, pair -> literal(pair.estimate().judgments())))
                .addArrayOfString(strings(pairs, pair -> pair.turn().ranking().model()))
                .addArrayOfLong(longs(pairs, pair -> pair.turn().revision()))
                .addArrayOfLong(longs(pairs, pair -> pair.turn().ranking().revision()));
    }

    private static @Nullable String code(@Nullable Reason reason) {
        return reason == null ? null : reason.code();
    }

    /** An array within an array must be rectangular, so the inner ones travel as PostgreSQL's text form. */
    private static String literal(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static UUID[] uuids(List<Combination> pairs, Function<Combination, @Nullable UUID> column) {
        return pairs.stream().map(column).toArray(UUID[]::new);
    }

    private static String[] strings(List<Combination> pairs, Function<Combination, @Nullable String> column) {
        return pairs.stream().map(column).toArray(String[]::new);
    }

    private static Double[] doubles(List<Combination> pairs, Function<Combination, Double> column) {
        return pairs.stream().map(column).toArray(Double[]::new);
    }

    private static Long[] longs(List<Combination> pairs, Function<Combination, Long> column) {
        return pairs.stream().map(column).toArray(Long[]::new);
    }
}

package dev.attune.preference.combination.persistence;

import dev.attune.foundation.persistence.Columns;
import dev.attune.model.Ids;
import dev.attune.preference.combination.Combination;
import dev.attune.preference.pair.Reason;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of the table {@code pair} as arrays, one a column, in the order of its insert. */
final class PairColumns {

    private PairColumns() {}

    static Tuple of(List<Combination> pairs) {
        return Columns.of(pairs)
                .uuids(pair -> Ids.next())
                .uuids(pair -> pair.turn().turnId())
                .texts(pair -> pair.turn().dataset())
                .uuids(pair -> pair.estimate().a())
                .uuids(pair -> pair.estimate().b())
                .uuids(Combination::chosen)
                .uuids(Combination::rejected)
                .doubles(Combination::probability)
                .doubles(Combination::low)
                .doubles(Combination::high)
                .doubles(Combination::margin)
                .texts(pair -> pair.decision().origin().code())
                .texts(pair -> code(pair.decision().reason()))
                .uuidLists(pair -> pair.estimate().judgments())
                .texts(pair -> pair.turn().ranking().model())
                .longs(pair -> pair.turn().revision())
                .longs(pair -> pair.turn().ranking().revision())
                .tuple();
    }

    private static @Nullable String code(@Nullable Reason reason) {
        return reason == null ? null : reason.code();
    }
}

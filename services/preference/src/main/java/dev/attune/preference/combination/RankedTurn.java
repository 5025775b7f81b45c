package dev.attune.preference.combination;

import dev.attune.model.message.TurnRanked;
import java.util.Map;
import java.util.UUID;

/**
 * A turn together with its latest ranking.
 *
 * @param turnId the turn
 * @param dataset the dataset's name
 * @param revision the turn's revision
 * @param promptWellFormed whether its prompt may be learnt from
 * @param texts what its present responses say
 * @param ranking the ranking
 */
public record RankedTurn(
        UUID turnId,
        String dataset,
        long revision,
        boolean promptWellFormed,
        Map<UUID, String> texts,
        TurnRanked ranking) {

    public RankedTurn {
        texts = Map.copyOf(texts);
    }
}

package dev.attune.scoring.learn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Parts of rows that are held out in turn. Rows of one group are always in one part, and the same rows are always parted alike.
 *
 * @param part the part of each row, from 0
 * @param count how many parts
 */
public record Folds(int[] part, int count) {

    private static final long SEED = 7;
    private static final int MOST_GROUPS_ALONE = 40;

    /** So many parts of about the same size, from the group of each row. */
    public static Folds of(List<String> groupOfRow, int count) {
        List<String> groups = new ArrayList<>(groupOfRow.stream().distinct().toList());
        Collections.shuffle(groups, new Random(SEED));
        int parts = Math.min(count, groups.size());
        Map<String, Integer> partOf = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            partOf.put(groups.get(i), i % parts);
        }
        return new Folds(
                groupOfRow.stream()
                        .mapToInt(group -> partOf.getOrDefault(group, 0))
                        .toArray(),
                parts);
    }

    /** One part for each group where they are few, else so many parts. */
    public static Folds byGroup(List<String> groupOfRow, int count) {
        long groups = groupOfRow.stream().distinct().count();
        return of(groupOfRow, groups <= MOST_GROUPS_ALONE ? (int) groups : count);
    }

    /** The indexes of the rows outside of a part. */
    public int[] outside(int held) {
        return IntStream.range(0, part.length).filter(i -> part[i] != held).toArray();
    }

    /** The indexes of the rows of a part. */
    public int[] inside(int held) {
        return IntStream.range(0, part.length).filter(i -> part[i] == held).toArray();
    }
}

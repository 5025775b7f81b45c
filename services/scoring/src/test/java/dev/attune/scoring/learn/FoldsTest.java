package dev.attune.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {

    @Test
    void shouldKeepGroupsTogetherAndPartAlike() {
        Random random = new Random(11);
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            groups.add("g" + random.nextInt(60));
        }
        Folds folds = Folds.byGroup(groups, 5);
        assertThat(folds.count()).isEqualTo(5);
        for (int part = 0; part < folds.count(); part++) {
            List<String> inside =
                    IntStream.of(folds.inside(part)).mapToObj(groups::get).toList();
            assertThat(IntStream.of(folds.outside(part)).mapToObj(groups::get)).doesNotContainAnyElementsOf(inside);
        }
        assertThat(Folds.byGroup(groups, 5).part()).isEqualTo(folds.part());
        assertThat(Folds.byGroup(groups.subList(0, 20), 5).count())
                .isEqualTo((int) groups.subList(0, 20).stream().distinct().count());
    }
}

package dev.attune.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.scoring.model.ScoringModel.Label;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelChoiceTest {

    private static final Label SHAME = new Label("shame", 0.8, true);
    private static final Label FEAR = new Label("fear", 0.4, true);
    private static final Label HOPE = new Label("hope", 0.29, false);

    @Test
    void shouldTellThoseBeyondTheirThresholds() {
        assertThat(LabelChoice.of(List.of(SHAME, FEAR, HOPE))).containsExactly(SHAME, FEAR);
        assertThat(LabelChoice.of(List.of(new Label("calm", 0.9, false), FEAR))).containsExactly(FEAR);
    }

    @Test
    void shouldTellAtLeastOneAndAtMostFive() {
        assertThat(LabelChoice.of(List.of(HOPE))).containsExactly(HOPE);
        assertThat(LabelChoice.of(Collections.nCopies(6, FEAR))).hasSize(5);
        assertThat(LabelChoice.of(List.of())).isEmpty();
    }
}

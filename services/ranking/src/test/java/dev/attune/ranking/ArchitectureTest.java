package dev.attune.ranking;

import dev.attune.foundation.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void shouldKeepToTheArchitecture() {
        ArchitectureRules.check("dev.attune.ranking");
    }
}

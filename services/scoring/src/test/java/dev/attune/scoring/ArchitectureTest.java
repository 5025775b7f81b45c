package dev.attune.scoring;

import dev.attune.foundation.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void shouldHoldTheArchitecture() {
        ArchitectureRules.check("dev.attune.scoring");
    }
}

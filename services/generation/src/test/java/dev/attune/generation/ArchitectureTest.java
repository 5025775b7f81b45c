package dev.attune.generation;

import dev.attune.foundation.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void shouldKeepTheRulesOfTheArchitecture() {
        ArchitectureRules.check("dev.attune.generation");
    }
}

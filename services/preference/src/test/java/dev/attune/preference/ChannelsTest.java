package dev.attune.preference;

import dev.attune.foundation.testing.ChannelRules;
import org.junit.jupiter.api.Test;

class ChannelsTest {

    @Test
    void shouldStateEverySettingOfEveryIncomingChannel() {
        ChannelRules.check();
    }
}

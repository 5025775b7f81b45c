package dev.attune.standalone.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceMetricsTest {

    @Test
    void shouldAddUpTopicsAndSkipWhatIsNotKnownYet() {
        assertThat(ServiceMetrics.parse("""
                # HELP attune_outbox_oldest_age_seconds The wait
                attune_outbox_oldest_age_seconds 1.5
                attune_dead_letters_total 9.0
                attune_dead_letters_waiting 2.0
                kafka_consumer_fetch_manager_records_lag{client_id="a",partition="0",topic="attune.turns"} 3.0
                kafka_consumer_fetch_manager_records_lag{client_id="a",partition="1",topic="attune.turns"} 4.0
                kafka_consumer_fetch_manager_records_lag_max{client_id="a"} NaN
                kafka_consumer_fetch_manager_records_lag{client_id="b",partition="0",topic="attune.scores"} NaN
                kafka_consumer_fetch_manager_records_consumed_total{client_id="a"} 10.0
                kafka_consumer_fetch_manager_records_consumed_total{client_id="a",topic="attune.turns"} 10.0
                attune_outbox_published_total 5.0
                sql_pool_active{pool_name="x",pool_type="sql"} 1.0
                sql_pool_idle{pool_name="x",pool_type="sql"} 7.0
                """)).isEqualTo(new ServiceMetrics(7, 1.5, 2, 1, 7, 15));
    }
}

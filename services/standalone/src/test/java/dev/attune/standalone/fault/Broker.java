package dev.attune.standalone.fault;

import dev.attune.model.message.MessageType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topics of a platform, read and written from outside. */
final class Broker {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final List<String> GROUPS = List.of("scoring", "ranking", "preference");

    private final String address;

    Broker(Site site) {
        this.address = site.address("broker");
    }

    /** Every record of every topic of the platform, those of a partition in their order. */
    List<ConsumerRecord<byte[], byte[]>> readAll() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(connection(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(POLL).forEach(records::add);
            }
        }
        return records;
    }

    /** Sends records again as they were, in the order given; returns when the broker has them all. */
    void send(List<ConsumerRecord<byte[], byte[]>> records) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = connection();
        settings.put("max.request.size", 8 << 20);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sends = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> item : records) {
                sends.add(producer.send(new ProducerRecord<>(
                        item.topic(), item.partition(), item.key(), item.value(), item.headers())));
            }
            for (Future<RecordMetadata> send : sends) {
                send.get();
            }
        }
    }

    /** How many records the services have not applied yet. */
    long lag() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(connection());
                KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(connection(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions(consumer));
            long lag = 0;
            for (String group : GROUPS) {
                Map<TopicPartition, OffsetAndMetadata> applied = admin.listConsumerGroupOffsets(
                                Map.of(group, new ListConsumerGroupOffsetsSpec()))
                        .partitionsToOffsetAndMetadata(group)
                        .get();
                for (Map.Entry<TopicPartition, OffsetAndMetadata> entry : applied.entrySet()) {
                    if (entry.getValue() != null) {
                        lag += ends.getOrDefault(entry.getKey(), 0L)
                                - entry.getValue().offset();
                    }
                }
            }
            return lag;
        }
    }

    private Map<String, Object> connection() {
        return new HashMap<>(Map.of("bootstrap.servers", address));
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        return Arrays.stream(MessageType.values())
                .flatMap(type -> consumer.partitionsFor(type.topic()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }
}

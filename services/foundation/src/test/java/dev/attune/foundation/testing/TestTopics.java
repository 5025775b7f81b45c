package dev.attune.foundation.testing;

import dev.attune.model.Ids;
import dev.attune.model.Json;
import dev.attune.model.message.MessageType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Sends to, and reads, the topics of the test's broker. */
public final class TestTopics {

    private TestTopics() {}

    /** Sends a message as another service would. */
    public static void send(MessageType type, UUID key, Record payload) {
        try {
            sendBytes(type, type.type(), key, Json.mapper().writeValueAsBytes(payload));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends any bytes, with a type header where one is given. */
    public static void sendBytes(MessageType topic, @Nullable String type, UUID key, byte[] payload) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", address()), new ByteArraySerializer(), new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> message =
                    new ProducerRecord<>(topic.topic(), key.toString().getBytes(StandardCharsets.UTF_8), payload);
            message.headers().add("ce_id", Ids.next().toString().getBytes(StandardCharsets.UTF_8));
            if (type != null) {
                message.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
            }
            producer.send(message).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything of this type that the topic holds now, parsed; of one key in its order. */
    public static <T extends Record> List<T> read(MessageType type, Class<T> payload) {
        return readRaw(type).stream()
                .filter(item -> isOfType(item, type))
                .map(item -> {
                    try {
                        return Json.mapper().readValue(item.value(), payload);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    /** Everything that the topic holds now, as bytes with headers. */
    public static List<ConsumerRecord<byte[], byte[]>> readRaw(MessageType type) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", address()), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(
                            0, consumer.partitionsFor(type.topic()).size())
                    .mapToObj(number -> new TopicPartition(type.topic(), number))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
            return all;
        }
    }

    private static boolean isOfType(ConsumerRecord<byte[], byte[]> item, MessageType type) {
        Header header = item.headers().lastHeader("ce_type");
        return header != null
                && header.value() != null
                && type.type().equals(new String(header.value(), StandardCharsets.UTF_8));
    }

    private static String address() {
        return ConfigProvider.getConfig().getValue("attune.kafka.address", String.class);
    }
}

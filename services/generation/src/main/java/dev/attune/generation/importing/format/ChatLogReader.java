package dev.attune.generation.importing.format;

import dev.attune.generation.importing.stream.Lines;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;

/** Plain text with a speaker before each message, as messengers export it and as people type it up. */
@ApplicationScoped
class ChatLogReader implements RecordReader {

    @Override
    public String format() {
        return "chat-log";
    }

    @Override
    public Records open(InputStream in, Speakers speakers) {
        return new ChatLogRecords(new Lines(in, Records.MOST_BYTES), speakers);
    }
}

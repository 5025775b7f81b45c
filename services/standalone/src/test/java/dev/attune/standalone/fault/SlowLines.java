package dev.attune.standalone.fault;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Gives one line at a time, each after a pause. */
final class SlowLines extends InputStream {

    private final Supplier<Duration> pause;
    private final Iterator<String> lines;
    private byte[] line = new byte[0];
    private int position;

    SlowLines(List<String> lines, Supplier<Duration> pause) {
        this.lines = lines.iterator();
        this.pause = pause;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (position == line.length) {
            if (!lines.hasNext()) {
                return -1;
            }
            LockSupport.parkNanos(pause.get().toNanos());
            line = (lines.next() + "\n").getBytes(StandardCharsets.UTF_8);
            position = 0;
        }
        int count = Math.min(length, line.length - position);
        System.arraycopy(line, position, target, offset, count);
        position += count;
        return count;
    }
}

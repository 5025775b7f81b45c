package dev.attune.generation.importing.stream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/**
 * Opens a stream that may be packed with gzip; its first two bytes tell, whatever was said of it. Members one after the
 * other are one stream; what is packed twice is unpacked once. A stream that inflates to more than {@link #MOST_FREE} and
 * to more than {@link #MOST_RATIO} times what came breaks there.
 */
public final class Unpacked {

    /** Text is packed to a tenth; only what says the same over and over comes near this. */
    static final int MOST_RATIO = 200;

    /** Bytes that may be inflated at any ratio. */
    static final long MOST_FREE = 100L * 1024 * 1024;

    private static final int MAGIC_FIRST = 0x1F;
    private static final int MAGIC_SECOND = 0x8B;
    private static final int BUFFER = 64 * 1024;

    private Unpacked() {}

    /**
     * The plain bytes of the stream.
     *
     * @throws IOException when the stream breaks at its very beginning
     */
    public static InputStream open(InputStream in) throws IOException {
        PushbackInputStream peeking = new PushbackInputStream(in, 2);
        byte[] start = new byte[2];
        int read = peeking.readNBytes(start, 0, 2);
        peeking.unread(start, 0, read);
        boolean packed = read == 2 && (start[0] & 0xFF) == MAGIC_FIRST && (start[1] & 0xFF) == MAGIC_SECOND;
        if (!packed) {
            return peeking;
        }
        Packed source = new Packed(peeking);
        return new Inflated(new GZIPInputStream(source, BUFFER), source);
    }

    /** What comes out, measured against what went in. */
    private static final class Inflated extends FilterInputStream {

        private final Packed source;
        private long count;

        Inflated(InputStream in, Packed source) {
            super(in);
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(read, 0);
            if (count > MOST_FREE && count > MOST_RATIO * source.count) {
                throw new GzipBombException();
            }
            return read;
        }
    }

    /**
     * Counts what is taken, and never says that nothing is there. The gzip reader takes such a word at the end of one packed member for the end of
     * all of them, while on a slow connection the next member is only still under way.
     */
    private static final class Packed extends FilterInputStream {

        private long count;

        Packed(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(read, 0);
            return read;
        }

        @Override
        public int available() throws IOException {
            return Math.max(1, super.available());
        }
    }
}

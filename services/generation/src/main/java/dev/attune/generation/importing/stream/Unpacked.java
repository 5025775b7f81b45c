package dev.attune.generation.importing.stream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/** Opens a stream that may be packed with gzip; its first two bytes tell, whatever was said of it. */
public final class Unpacked {

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
        return packed ? new GZIPInputStream(new Patient(peeking), BUFFER) : peeking;
    }

    /**
     * Never says that nothing is there. The gzip reader takes such a word at the end of one packed member for the end of
     * all of them, while on a slow connection the next member is only still under way.
     */
    private static final class Patient extends FilterInputStream {

        Patient(InputStream in) {
            super(in);
        }

        @Override
        public int available() throws IOException {
            return Math.max(1, super.available());
        }
    }
}

package dev.attune.model.vertical;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a vertical's files lie: on the class path, or in a folder of the file system. */
sealed interface VerticalFolder {

    /** The vertical's name. */
    String name();

    /** A file's bytes. */
    byte[] read(String file);

    static VerticalFolder ofClassPath(String name) {
        return new OnClassPath(name);
    }

    static VerticalFolder of(Path folder) {
        return new OnDisk(folder);
    }

    /** {@code /verticals/<name>} of the class path. */
    record OnClassPath(String name) implements VerticalFolder {

        @Override
        public byte[] read(String file) {
            String path = "/verticals/" + name + "/" + file;
            try (InputStream in = VerticalFolder.class.getResourceAsStream(path)) {
                if (in == null) {
                    throw new IllegalStateException("missing from the class path: " + path);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A folder whose name is the vertical's. */
    record OnDisk(Path folder) implements VerticalFolder {

        @Override
        public String name() {
            return String.valueOf(folder.getFileName());
        }

        @Override
        public byte[] read(String file) {
            try {
                return Files.readAllBytes(folder.resolve(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

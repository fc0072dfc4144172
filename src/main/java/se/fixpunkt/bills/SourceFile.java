package se.fixpunkt.bills;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;

/** A file that somebody sent, kept on this node until it is closed. */
public final class SourceFile implements AutoCloseable {
    public static final int LARGEST_MEGABYTES = 64;
    private static final long LARGEST = LARGEST_MEGABYTES * 1024L * 1024L;
    private static final int LONGEST_NAME = 255;
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final String name;

    private SourceFile(Path path, String name) {
        this.path = path;
        this.name = name;
    }

    /**
     * Takes the whole stream in.
     *
     * @param name as the sender named it; directories in it are dropped
     * @throws FileTooLarge as soon as it is more than {@link #LARGEST_MEGABYTES}
     */
    public static SourceFile receive(InputStream content, String name) {
        Path path = temporary();
        boolean whole = false;
        try {
            copy(content, path);
            whole = true;
            return new SourceFile(path, baseName(name));
        } finally {
            if (!whole) {
                delete(path);
            }
        }
    }

    public Path path() {
        return path;
    }

    public String name() {
        return name;
    }

    @Override
    public void close() {
        delete(path);
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("fixpunkt-bill-", ".upload");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void copy(InputStream content, Path path) {
        try (OutputStream target = Files.newOutputStream(path)) {
            byte[] buffer = new byte[BUFFER];
            long taken = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                taken += read;
                if (taken > LARGEST) {
                    throw new FileTooLarge(LARGEST_MEGABYTES);
                }
                target.write(buffer, 0, read);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String baseName(String name) {
        String given = name == null ? "" : Normalizer.normalize(name, Normalizer.Form.NFC);
        String base = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return base.length() <= LONGEST_NAME ? base : base.substring(0, LONGEST_NAME);
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

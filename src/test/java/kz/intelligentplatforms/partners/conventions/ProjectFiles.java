package kz.intelligentplatforms.partners.conventions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The models and forms where they are written, and what all of them have in common. */
final class ProjectFiles {

    static final Pattern KEBAB_CASE = Pattern.compile("[a-z]+(-[a-z]+)*");

    /** A kind, and what it is about: {@code Task_ReviewRegistration}; what a modeler makes up by itself is not like that. */
    static final Pattern SPEAKING_ID = Pattern.compile("([A-Z][A-Za-z]*_)+[A-Z][A-Za-z0-9]*");

    /** People read Russian first. */
    static final Pattern RUSSIAN = Pattern.compile("(?s).*[А-Яа-яЁё].*");

    private ProjectFiles() {}

    static List<Path> processes() {
        return in("bpmn", ".bpmn");
    }

    static List<Path> decisions() {
        return in("bpmn", ".dmn");
    }

    static List<Path> forms() {
        return in("forms", ".html");
    }

    private static List<Path> in(String directory, String extension) {
        try (var files = Files.list(Path.of(directory))) {
            var found = files.filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new AssertionError("No " + extension + " in " + directory);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's name without its extension. */
    static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    }
}

package kz.intelligentplatforms.partners.conventions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The sources as text, for rules that no compiler checks. */
final class Sources {

    private Sources() {}

    /** The first group of every match in the files below {@code directory} that end in {@code suffix}. */
    static Set<String> matches(String directory, String suffix, Pattern pattern) throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(Path.of(directory))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(suffix)).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
            }
        }
        return found;
    }
}

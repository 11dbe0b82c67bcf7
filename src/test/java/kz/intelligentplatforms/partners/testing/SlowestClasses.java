package kz.intelligentplatforms.partners.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/** Prints, at the end of the build, the ten test classes that took longest: where it pays to be quicker. */
public final class SlowestClasses {

    private record TimedClass(String name, double seconds) {}

    private SlowestClasses() {}

    /** @param folders with the reports of Surefire and Failsafe */
    @SuppressWarnings("SystemOut") // for whoever reads the build
    public static void main(String... folders) throws IOException, XMLStreamException {
        var classes = new ArrayList<TimedClass>();
        for (var folder : folders) {
            for (var report : reportsIn(Path.of(folder))) {
                classes.add(read(report));
            }
        }
        if (!classes.isEmpty()) {
            System.out.println("The ten slowest test classes, in seconds:");
        }
        classes.stream()
                .sorted(Comparator.comparingDouble(TimedClass::seconds).reversed())
                .limit(10)
                .forEach(slow -> System.out.printf(Locale.ROOT, "%7.1f  %s%n", slow.seconds(), slow.name()));
    }

    private static List<Path> reportsIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .toList();
        }
    }

    private static TimedClass read(Path report) throws IOException, XMLStreamException {
        try (var content = Files.newInputStream(report)) {
            var xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(content);
            xml.nextTag();
            var name = xml.getAttributeValue(null, "name");
            return new TimedClass(
                    name.substring(name.lastIndexOf('.') + 1) + " ("
                            + report.getParent().getFileName() + ")",
                    Double.parseDouble(xml.getAttributeValue(null, "time").replace(",", "")));
        }
    }
}

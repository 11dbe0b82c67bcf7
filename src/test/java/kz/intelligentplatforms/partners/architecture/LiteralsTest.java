package kz.intelligentplatforms.partners.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.PartnerProgramApplication;
import kz.intelligentplatforms.partners.cases.CaseKind;
import kz.intelligentplatforms.partners.conventions.Declared;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** No module names one that it does not depend on, not in a string either: neither its addresses nor its kinds of cases. */
class LiteralsTest {

    private static final Path SOURCES = Path.of("src/main/java/kz/intelligentplatforms/partners");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"\\n]*)\"");
    private static final Pattern MAPPING =
            Pattern.compile("@(?:Get|Post|Request)Mapping\\(\\s*(?:value = |path = )?(\\{[^}]*}|\"[^\"]*\")");
    private static final Pattern ADDRESS = Pattern.compile("\"(/(?:staff|portal|api/v1)/[a-z-]+|/[a-z-]+)");

    /** Everybody may lead to where partners and staff begin; the demo plays everybody. */
    private static final Set<String> SHELL = Set.of("portal", "staff");

    private static final Set<String> PLAYS_EVERYBODY = Set.of("demo");

    /** Secret links in mails are the platform's; the tracker's pages are the registration's. */
    private static final Set<String> SECRET_LINKS = Set.of("platform: /cases");

    private static final Map<String, Set<String>> MODULES =
            ApplicationModules.of(PartnerProgramApplication.class).stream()
                    .collect(Collectors.toMap(module -> module.getIdentifier().toString(), LiteralsTest::declaredBy));

    @Test
    void noModuleNamesAnAddressOfOneThatItDoesNotDependOn() {
        var owners = new TreeMap<String, Set<String>>();
        MODULES.keySet()
                .forEach(module -> sources(module)
                        .forEach(source -> MAPPING.matcher(source)
                                .results()
                                .flatMap(mapping ->
                                        ADDRESS.matcher(mapping.group(1)).results())
                                .map(address -> address.group(1))
                                .filter(address -> address.startsWith("/staff/")
                                        || address.startsWith("/portal/")
                                        || address.startsWith("/api/")
                                        || address.equals("/cases")
                                        || address.equals("/register")
                                        || address.equals("/partners"))
                                .forEach(address -> owners.computeIfAbsent(address, key -> new TreeSet<>())
                                        .add(module))));
        assertThat(owners).hasSizeGreaterThan(10);

        var named = new ArrayList<String>();
        MODULES.forEach((module, declared) -> sources(module)
                .forEach(source -> ADDRESS.matcher(source)
                        .results()
                        .map(address -> address.group(1))
                        .filter(address -> owners.containsKey(address)
                                && owners.get(address).stream()
                                        .noneMatch(owner -> SHELL.contains(owner)
                                                || owner.equals(module)
                                                || declared.contains(owner)))
                        .forEach(address -> named.add(module + ": " + address))));
        assertThat(named).filteredOn(one -> !SECRET_LINKS.contains(one)).isEmpty();
    }

    @Test
    void noModuleNamesAKindOfCasesOfOneThatItDoesNotDependOn() {
        var kinds = Declared.constants(CaseKind.class).map(CaseKind::name).toList();
        var declaring = new TreeMap<String, String>();
        MODULES.keySet()
                .forEach(module -> sources(module)
                        .forEach(source -> kinds.stream()
                                .filter(kind -> source.contains("CaseKind.of(") && source.contains('"' + kind + '"'))
                                .forEach(kind -> declaring.put(kind, module))));
        assertThat(declaring.keySet()).containsExactlyInAnyOrderElementsOf(kinds);

        var named = new ArrayList<String>();
        MODULES.forEach((module, declared) -> sources(module)
                .forEach(source -> LITERAL.matcher(source)
                        .results()
                        .map(literal -> literal.group(1))
                        .flatMap(literal -> kinds.stream().filter(literal::contains))
                        .filter(kind -> !declaring.get(kind).equals(module) && !declared.contains(declaring.get(kind)))
                        .forEach(kind -> named.add(module + ": " + kind))));
        assertThat(named).isEmpty();
    }

    private static Set<String> declaredBy(ApplicationModule module) {
        if (PLAYS_EVERYBODY.contains(module.getIdentifier().toString())) {
            return Set.copyOf(modules());
        }
        return module.getBasePackage()
                .findAnnotation(org.springframework.modulith.ApplicationModule.class)
                .map(declared -> Arrays.stream(declared.allowedDependencies())
                        .map(dependency -> dependency.split(" ::")[0])
                        .collect(Collectors.toSet()))
                .orElseThrow();
    }

    private static List<String> modules() {
        try (var folders = Files.list(SOURCES)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> sources(String module) {
        try (var files = Files.walk(SOURCES.resolve(module))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

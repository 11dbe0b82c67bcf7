package kz.intelligentplatforms.partners.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TemplateConventionsTest {

    private static final String TEMPLATES = "src/main/resources/templates";
    private static final Pattern REPLACED =
            Pattern.compile("(<(?!html)[a-z:]+\\b(?=[^<>]*\\sth:replace=)(?:\"[^\"]*\"|[^\">])*>)");

    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]+)\"");

    /** Thymeleaf replaces first and then forgets the condition: a closed case went on to offer uploads. */
    @Test
    void whatIsReplacedHasNoConditionBesideIt() throws IOException {
        var replaced = Sources.matches(TEMPLATES, ".html", REPLACED);
        assertThat(replaced).hasSizeGreaterThan(50);
        assertThat(replaced).noneMatch(tag -> tag.matches("(?s).*\\sth:(if|unless|each|case)=.*"));
    }

    /** The link "to the content" and labels lead to the first of two. */
    @Test
    void noPageUsesAnIdOfItsFrame() throws IOException {
        var frame = Sources.matches(TEMPLATES, "layout.html", ID);
        assertThat(frame).isNotEmpty();
        try (var modules = Files.list(Path.of(TEMPLATES)).filter(Files::isDirectory)) {
            for (var module : modules.toList()) {
                assertThat(Sources.matches(module.toString(), ".html", ID)).doesNotContainAnyElementsOf(frame);
            }
        }
    }
}

package kz.intelligentplatforms.partners.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TemplateConventionsTest {

    private static final Pattern REPLACED =
            Pattern.compile("(<(?!html)[a-z:]+\\b(?=[^<>]*\\sth:replace=)(?:\"[^\"]*\"|[^\">])*>)");

    /** Thymeleaf replaces first and then forgets the condition: a closed case went on to offer uploads. */
    @Test
    void whatIsReplacedHasNoConditionBesideIt() throws IOException {
        var replaced = Sources.matches("src/main/resources/templates", ".html", REPLACED);
        assertThat(replaced).hasSizeGreaterThan(50);
        assertThat(replaced).noneMatch(tag -> tag.matches("(?s).*\\sth:(if|unless|each|case)=.*"));
    }
}

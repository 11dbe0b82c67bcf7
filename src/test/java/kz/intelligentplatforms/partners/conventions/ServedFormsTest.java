package kz.intelligentplatforms.partners.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every form that the server draws keeps to, so that nothing a partner writes reaches AngularJS as code. */
class ServedFormsTest {

    private static final Path COMMON = Path.of("src/main/resources/templates/task-form.html");
    private static final String FRAME = "<!DOCTYPE html>\n<html xmlns:th=\"http://www.thymeleaf.org\""
            + " th:replace=\"~{task-form :: form(~{::.facts}, ~{";
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--/\\*.*?\\*/-->");
    private static final Pattern RUNS_AS_CODE =
            Pattern.compile("th:utext|\\[\\(|th:inline|\\bon[a-z]+=|ng-|<script|\\{\\{");

    static List<Path> forms() {
        return ProjectFiles.forms();
    }

    /** The frame takes the whole file's place, so all that a form shows stands where the frame puts it. */
    @ParameterizedTest
    @MethodSource("forms")
    void standsInTheCommonFrameAsAWhole(Path form) throws IOException {
        assertThat(Files.readString(form)).startsWith(FRAME);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void showsTextAsTextOnly(Path form) throws IOException {
        assertThat(Files.readString(form)).doesNotContainPattern(RUNS_AS_CODE);
    }

    /** AngularJS reads what is no text either, such as an attribute, unless the element or one around it is not bindable. */
    @Test
    void theFramePutsEverythingWhereAngularDoesNotRead() throws IOException {
        var frame = COMMENT.matcher(Files.readString(COMMON)).replaceAll("");
        var form = frame.substring(frame.indexOf("<form"), frame.indexOf("</form>"));
        assertThat(form)
                .containsPattern(
                        "(?s)^<form xmlns:th=\"[^\"]*\" th:fragment=\"form\\(shown, asked\\)\" name=\"taskForm\""
                                + " autocomplete=\"off\" novalidate>\n<div ng-non-bindable ")
                .containsPattern("(?s)\n</div>\n<script cam-script type=\"text/form-script\">"
                        + "window.taskForm\\(camForm\\);</script>\n$");
        var others = frame.replace("ng-non-bindable", "").replaceAll("<script cam-script.*</script>", "");
        assertThat(others).doesNotContainPattern(RUNS_AS_CODE);
    }
}

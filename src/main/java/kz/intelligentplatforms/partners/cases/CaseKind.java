package kz.intelligentplatforms.partners.cases;

import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A kind of cases, declared beside its process; the module's {@link CasePages} bring it.
 *
 * @param name under which cases are stored; the text is the message {@code case.<name>}
 * @param prefix of the cases' numbers
 * @param events beside those of {@link CommonEvent}
 */
public record CaseKind(
        String name, String prefix, List<? extends CaseStage> stages, List<? extends CaseEventType> events) {

    public static CaseKind of(String name, String prefix, CaseStage[] stages, CaseEventType... events) {
        return new CaseKind(name, prefix, Arrays.asList(stages), Arrays.asList(events));
    }

    String number(Year year, long count) {
        return String.format(Locale.ROOT, "%s-%s-%06d", prefix, year, count);
    }
}

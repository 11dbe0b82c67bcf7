package kz.intelligentplatforms.partners.cases;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The {@link CasePages} of all kinds. */
@Component
public class AllCasePages {

    private final Map<String, CasePages> pages;

    AllCasePages(List<CasePages> pages) {
        this.pages = pages.stream()
                .collect(Collectors.toUnmodifiableMap(one -> one.kind().name(), Function.identity()));
    }

    /** Those of a case's kind. */
    public CasePages of(CaseView view) {
        return Objects.requireNonNull(pages.get(view.kind()), view.kind());
    }
}

package kz.intelligentplatforms.partners.purchases.web;

import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.purchases.Violation;
import org.springframework.stereotype.Component;

/** Flaws of purchases in the reader's language; templates call it {@code @flawTexts}. */
@Component("violationTexts")
public class ViolationTexts {

    private final Texts texts;

    ViolationTexts(Texts texts) {
        this.texts = texts;
    }

    /** What is wrong, and what to do about it. */
    public String text(Violation flaw) {
        return texts.get("purchases.flaw." + flaw.kind(), flaw.arguments().toArray());
    }

    /** The field's name; empty where it is no field that is wrong. */
    public String field(Violation flaw) {
        return flaw.field() == null
                ? ""
                : texts.get("purchases.field." + flaw.field().property());
    }
}

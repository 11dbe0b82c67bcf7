package kz.intelligentplatforms.partners.points.web;

import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.points.purchases.Flaw;
import org.springframework.stereotype.Component;

/** Flaws of purchases in the reader's language; templates call it {@code @flawTexts}. */
@Component("flawTexts")
public class FlawTexts {

    private final Texts texts;

    FlawTexts(Texts texts) {
        this.texts = texts;
    }

    /** What is wrong, and what to do about it. */
    public String text(Flaw flaw) {
        return texts.get("purchases.flaw." + flaw.kind(), flaw.arguments().toArray());
    }

    /** The field's name; empty where it is no field that is wrong. */
    public String field(Flaw flaw) {
        return flaw.field() == null
                ? ""
                : texts.get("purchases.field." + flaw.field().property());
    }
}

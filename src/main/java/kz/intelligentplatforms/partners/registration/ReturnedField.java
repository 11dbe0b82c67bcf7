package kz.intelligentplatforms.partners.registration;

import java.util.Arrays;
import java.util.Optional;

/** What a reviewer can return an application for; the form's checklist holds the values. */
public enum ReturnedField {
    COMPANY_NAME("company.name"),
    COMPANY_IDENTITY("company.identity"),
    COMPANY_ADDRESS("company.address"),
    COMPANY_WEBSITE("company.website"),
    COMPANY_PHONE("company.phone"),
    CONTACT("contact"),
    WISHED_TIER("wishedTier");

    private final String value;

    ReturnedField(String value) {
        this.value = value;
    }

    public String value() {
        return value;
    }

    static Optional<ReturnedField> of(String value) {
        return Arrays.stream(values())
                .filter(field -> field.value.equals(value))
                .findFirst();
    }
}

package kz.intelligentplatforms.partners.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import kz.intelligentplatforms.partners.platform.validation.TypedText;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Days and moments as people read them, in the program's time zone; templates call it {@code @dates}. */
@Component("dates")
public class Dates {

    private final ProgramSettings settings;

    Dates(ProgramSettings settings) {
        this.settings = settings;
    }

    /** Such as 7 August 2026. */
    public String day(LocalDate day) {
        var locale = LocaleContextHolder.getLocale();
        // The library's own long form is American in English.
        var format = locale.getLanguage().equals("en")
                ? DateTimeFormatter.ofPattern("d MMMM yyyy", locale)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        return day.format(format);
    }

    public String day(Instant instant) {
        return day(instant.atZone(settings.timeZone()).toLocalDate());
    }

    /** A day as it was typed, such as 2026-08-07; what is no day stays as it is. */
    public String day(String typed) {
        return TypedText.day(typed).map(this::day).orElse(typed);
    }

    /** Such as 7 August 2026, 18:00. */
    public String moment(Instant instant) {
        var local = instant.atZone(settings.timeZone());
        return day(local.toLocalDate()) + ", " + local.format(DateTimeFormatter.ofPattern("HH:mm"));
    }
}

package kz.intelligentplatforms.partners.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Days and moments as people read them, in the program's time zone; templates call it {@code @dates}. */
@Component("dates")
public class Dates {

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final DateTimeFormatter NUMERIC = DateTimeFormatter.ofPattern("dd.MM.yyyy");

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
        // "2026 г." and "2026 ж." stay on one line.
        return day.format(format).replaceAll("(?<=\\d) (?=[гж]\\.)", String.valueOf(NO_BREAK_SPACE));
    }

    public String day(Instant instant) {
        return day(instant.atZone(settings.timeZone()).toLocalDate());
    }

    /** A day as it was typed, such as 2026-08-07; what is no day stays as it is. */
    public String day(String typed) {
        return InputText.day(typed).map(this::day).orElse(typed);
    }

    /** Such as 7 August 2026, 18:00. */
    public String moment(Instant instant) {
        return day(instant) + ", " + time(instant);
    }

    /** Such as 07.08.2026, whoever is asking: for fields, for mails and for what is kept for the vendor's people. */
    public static String numeric(LocalDate day) {
        return NUMERIC.format(day);
    }

    /** As in a column of a table, where nothing wraps: 07.08.2026, or 7 Aug 2026. */
    public String brief(LocalDate day) {
        var locale = LocaleContextHolder.getLocale();
        return locale.getLanguage().equals("en")
                ? day.format(DateTimeFormatter.ofPattern("d MMM yyyy", locale)).replace(' ', NO_BREAK_SPACE)
                : numeric(day);
    }

    public String brief(Instant instant) {
        return brief(instant.atZone(settings.timeZone()).toLocalDate());
    }

    /** A day as it was typed; what is no day stays as it is. */
    public String brief(String typed) {
        return InputText.day(typed).map(this::brief).orElse(typed);
    }

    /** Such as 07.08.2026 18:00, where only the blank before the time may break. */
    public String briefMoment(Instant instant) {
        return brief(instant) + " " + time(instant);
    }

    private String time(Instant instant) {
        return instant.atZone(settings.timeZone()).format(DateTimeFormatter.ofPattern("HH:mm"));
    }
}

package kz.intelligentplatforms.partners.platform.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** A day such as 2027-03-31 or 31.03.2027, gone by or still to come. */
@Constraint(validatedBy = Day.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Day {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    When value();

    /** On which side of today the day must be. */
    enum When {
        PAST_OR_TODAY,
        FUTURE
    }

    class Validator extends TextConstraint<Day> {

        /** Nothing of this trade was issued earlier, or is valid longer. */
        private static final int YEARS = 50;

        private final Clock clock;
        private When when = When.FUTURE;

        Validator(Clock clock) {
            this.clock = clock;
        }

        @Override
        public void initialize(Day day) {
            when = day.value();
        }

        @Override
        protected Optional<String> violationOf(String text) {
            if (text.isEmpty()) {
                return Optional.of("{error.required}");
            }
            var today = LocalDate.now(clock);
            return InputText.day(text)
                    .filter(day -> day.isAfter(today.minusYears(YEARS)) && day.isBefore(today.plusYears(YEARS)))
                    .map(day -> violationOf(day, today))
                    .orElse(Optional.of("{error.day}"));
        }

        private Optional<String> violationOf(LocalDate day, LocalDate today) {
            return switch (when) {
                case PAST_OR_TODAY -> day.isAfter(today) ? Optional.of("{error.day-to-come}") : Optional.empty();
                case FUTURE -> day.isAfter(today) ? Optional.empty() : Optional.of("{error.day-gone}");
            };
        }
    }
}

package kz.intelligentplatforms.partners.platform.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/** A number as people type it, whose digits spaces may group; see {@link InputText} for each way of writing one. */
@Constraint(validatedBy = Figure.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Figure {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    Kind value();

    /** The least that a {@link Kind#WHOLE_NUMBER} may be. */
    long min() default 0;

    /** The most that a {@link Kind#WHOLE_NUMBER} may be. */
    long max() default Long.MAX_VALUE;

    boolean required() default true;

    /** A trillion KZT: more than any partner sells in a quarter, so more is a slip of the finger. */
    long MAX_TURNOVER = 1_000_000_000_000L;

    /** A hundred billion KZT: more than any budget of this trade, so more is a slip of the finger. */
    long MAX_SUM = 100_000_000_000L;

    /** What a field takes, and what is said where it holds anything else. */
    enum Kind {
        /** From {@link #min} to {@link #max}, never negative. */
        WHOLE_NUMBER("{error.whole-number}", text -> InputText.amount(text).map(BigDecimal::valueOf)),
        /** Whole KZT, not negative and at most {@link #MAX_TURNOVER}. */
        TURNOVER(
                "{error.amount}",
                text -> InputText.amount(text)
                        .filter(sum -> sum <= MAX_TURNOVER)
                        .map(BigDecimal::valueOf)),
        /** KZT above zero, with or without tiyn, as the two below at most {@link #MAX_SUM}. */
        MONEY("{error.money}", text -> sum(text).filter(sum -> sum.signum() > 0)),
        MONEY_OR_ZERO("{error.money-or-zero}", text -> sum(text).filter(sum -> sum.signum() >= 0)),
        /** KZT up or down, but not zero. */
        MONEY_CHANGE("{error.money-change}", text -> sum(text).filter(sum -> sum.signum() != 0)),
        /** Points to be added or, with a minus, taken away. */
        POINTS_CHANGE(
                "{error.points-change}", text -> InputText.pointsChange(text).map(BigDecimal::valueOf));

        private final String flaw;
        private final Function<String, Optional<BigDecimal>> reader;

        Kind(String flaw, Function<String, Optional<BigDecimal>> reader) {
            this.flaw = flaw;
            this.reader = reader;
        }

        private static Optional<BigDecimal> sum(String text) {
            return InputText.money(text).filter(sum -> sum.abs().compareTo(BigDecimal.valueOf(MAX_SUM)) <= 0);
        }
    }

    class Validator extends TextConstraint<Figure> {

        private Kind kind = Kind.WHOLE_NUMBER;
        private BigDecimal min = BigDecimal.ZERO;
        private BigDecimal max = BigDecimal.ZERO;
        private boolean required;

        @Override
        public void initialize(Figure figure) {
            kind = figure.value();
            min = BigDecimal.valueOf(figure.min());
            max = BigDecimal.valueOf(figure.max());
            required = figure.required();
        }

        @Override
        protected Optional<String> violationOf(String text) {
            if (text.isEmpty()) {
                return required ? Optional.of("{error.required}") : Optional.empty();
            }
            return kind.reader.apply(text).filter(this::isInRange).isPresent()
                    ? Optional.empty()
                    : Optional.of(kind.flaw);
        }

        private boolean isInRange(BigDecimal number) {
            return kind != Kind.WHOLE_NUMBER || number.compareTo(min) >= 0 && number.compareTo(max) <= 0;
        }
    }
}

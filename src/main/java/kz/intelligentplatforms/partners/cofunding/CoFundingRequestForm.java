package kz.intelligentplatforms.partners.cofunding;

import static kz.intelligentplatforms.partners.platform.validation.InputText.clean;
import static kz.intelligentplatforms.partners.platform.validation.InputText.cleanLines;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.intelligentplatforms.partners.platform.validation.Figure;
import kz.intelligentplatforms.partners.platform.validation.Figure.Kind;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.platform.validation.Line;
import kz.intelligentplatforms.partners.platform.validation.OneOf;
import kz.intelligentplatforms.partners.platform.validation.Prose;
import kz.intelligentplatforms.partners.program.Activity;

/**
 * What a partner asks co-funding for, as typed. The constraints here are of each field by itself; what the rules say about them
 * together is in {@link CoFundingRequestCheck}.
 */
public record CoFundingRequestForm(
        @OneOf({"EVENT", "EXHIBITION", "ADVERTISING", "WEBINAR", "PRINT", "OTHER"})
        String activity,

        @Line(max = 200) String title,
        @Prose(max = 4000) String description,
        @Line(max = 120) String city,
        String startsOn,
        String endsOn,
        @Prose(max = 1000) String audience,

        @Figure(value = Kind.WHOLE_NUMBER, min = 0, max = 1_000_000)
        String expectedLeads,

        @Size(min = 1, max = MAX_LINES, message = "{error.too-many}")
        List<@Valid Cost> costs,

        @Figure(Kind.MONEY) String asked) {

    /** The forms in Tasklist have room for as many. */
    public static final int MAX_LINES = 8;

    public static final CoFundingRequestForm EMPTY =
            new CoFundingRequestForm("", "", "", "", "", "", "", "", List.of(Cost.EMPTY, Cost.EMPTY, Cost.EMPTY), "");

    /** One line of the activity's budget; the cost in KZT. */
    public record Cost(
            @Line(max = 200) String title,
            @Figure(Kind.MONEY) String cost) {

        public static final Cost EMPTY = new Cost("", "");

        public Cost {
            title = clean(title);
            cost = clean(cost);
        }

        /** In KZT; zero while it is no sum. */
        @JsonIgnore
        public BigDecimal amount() {
            return InputText.money(cost).orElse(BigDecimal.ZERO);
        }
    }

    /** What is typed comes through frameworks that know no null checks: here it becomes clean. */
    @SuppressWarnings("ConstantValue")
    public CoFundingRequestForm {
        activity = clean(activity);
        title = clean(title);
        description = cleanLines(description);
        city = clean(city);
        startsOn = clean(startsOn);
        endsOn = clean(endsOn);
        audience = cleanLines(audience);
        expectedLeads = clean(expectedLeads);
        costs = InputText.rows(costs);
        asked = clean(asked);
    }

    /** What a request asks for, as it could have been typed. */
    public static CoFundingRequestForm of(CoFundingView request) {
        return new CoFundingRequestForm(
                request.activity().name(),
                request.title(),
                request.description(),
                request.city(),
                request.startsOn().toString(),
                request.endsOn().toString(),
                request.audience(),
                String.valueOf(request.expectedLeads()),
                request.lines().stream()
                        .map(line -> new Cost(line.title(), typed(line.cost())))
                        .toList(),
                typed(request.asked()));
    }

    /** A sum as people type it. */
    static String typed(BigDecimal sum) {
        boolean whole = sum.stripTrailingZeros().scale() <= 0;
        return (whole ? sum.setScale(0) : sum).toPlainString();
    }

    /** Without the lines that were left empty; one empty line where all were. */
    public CoFundingRequestForm withoutEmptyLines() {
        var told = costs.stream().filter(cost -> !cost.equals(Cost.EMPTY)).toList();
        return with(told.isEmpty() ? List.of(Cost.EMPTY) : told);
    }

    /** With one more empty line to fill in, where there is room for one. */
    public CoFundingRequestForm withLine() {
        var lines = new ArrayList<>(costs);
        if (lines.size() < MAX_LINES) {
            lines.add(Cost.EMPTY);
        }
        return with(lines);
    }

    private CoFundingRequestForm with(List<Cost> lines) {
        return new CoFundingRequestForm(
                activity, title, description, city, startsOn, endsOn, audience, expectedLeads, lines, asked);
    }

    /** @throws java.util.NoSuchElementException when it has not passed its constraints and {@link CoFundingRequestCheck} */
    CoFundingPlan plan() {
        return new CoFundingPlan(
                kind().orElseThrow(),
                title,
                description,
                city,
                firstDay().orElseThrow(),
                lastDay().orElseThrow(),
                audience,
                InputText.amount(expectedLeads).orElseThrow().intValue(),
                askedAmount());
    }

    List<CostLine> budget() {
        return costs.stream()
                .map(cost -> new CostLine(cost.title(), cost.amount()))
                .toList();
    }

    @JsonIgnore
    public Optional<Activity> kind() {
        return Arrays.stream(Activity.values())
                .filter(known -> known.name().equals(activity))
                .findFirst();
    }

    @JsonIgnore
    public Optional<LocalDate> firstDay() {
        return InputText.day(startsOn);
    }

    @JsonIgnore
    public Optional<LocalDate> lastDay() {
        return InputText.day(endsOn);
    }

    /** The sum of its lines, in KZT. */
    @JsonIgnore
    public BigDecimal total() {
        return costs.stream().map(Cost::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is asked of the vendor, in KZT; zero while it is no sum. */
    @JsonIgnore
    public BigDecimal askedAmount() {
        return InputText.money(asked).orElse(BigDecimal.ZERO);
    }
}

package kz.intelligentplatforms.partners.points.accrual;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.intelligentplatforms.partners.platform.forms.FormField;
import kz.intelligentplatforms.partners.platform.forms.TaskForm;
import kz.intelligentplatforms.partners.program.Quarter;
import org.springframework.stereotype.Component;

/** The form by which finance starts a run; {@link OpenAccrualDelegate} judges the quarter. */
@Component
class StartAccrualForm implements TaskForm {

    private static final int MAX_QUARTER = 20;

    private final Clock clock;

    StartAccrualForm(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String id() {
        return "start-accrual";
    }

    @Override
    public List<FormField> fields(String caseNumber) {
        var last = Quarter.of(LocalDate.now(clock)).previous();
        return List.of(FormField.line("quarter", MAX_QUARTER)
                .labelled("accrual.quarter", last)
                .mandatory());
    }

    @Override
    public Object facts(String caseNumber) {
        return Map.of();
    }
}

package kz.intelligentplatforms.partners.tierupgrade.web;

import jakarta.validation.Validator;
import java.util.Map;
import java.util.TreeMap;
import kz.intelligentplatforms.partners.tierupgrade.Evidence;
import kz.intelligentplatforms.partners.tierupgrade.EvidenceForm;
import org.springframework.stereotype.Component;

/** From the constraints on evidence to a message a field. */
@Component
class EvidenceViolations {

    private final Validator validator;

    EvidenceViolations(Validator validator) {
        this.validator = validator;
    }

    /** What is wrong, one message a field, in the order of the form; empty when all is well. */
    Map<String, String> of(Evidence evidence) {
        var flaws = new TreeMap<String, String>(EvidenceForm.ORDER);
        for (var violation : validator.validate(evidence)) {
            flaws.putIfAbsent("evidence." + violation.getPropertyPath(), violation.getMessage());
        }
        return flaws;
    }
}

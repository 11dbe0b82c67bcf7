package kz.intelligentplatforms.partners.tierupgrade;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.platform.web.Figures;
import kz.intelligentplatforms.partners.program.Requirement;

/** Evidence in a few words, as the partner's standing keeps it. */
final class EvidenceWords {

    private static final int MAX = 2000;

    private EvidenceWords() {}

    static String of(Evidence evidence, Requirement requirement) {
        var words = switch (requirement) {
            case REGISTRATION -> "";
            case JOINT_SALES_PLAN ->
                evidence.salesPlan() == null
                        ? ""
                        : evidence.salesPlan().year() + ": "
                                + Figures.sum(
                                        BigDecimal.valueOf(evidence.salesPlan().total()));
            case SALES_SPECIALIST ->
                evidence.salesSpecialist() == null
                        ? ""
                        : evidence.salesSpecialist().name();
            case CERTIFIED_TECHNICAL_STAFF, PRODUCT_ENGINEER ->
                evidence.certificates().stream()
                        .map(one -> one.name() + ", " + one.certificate().course() + ", "
                                + one.certificate().number())
                        .collect(Collectors.joining("; "));
            case JOINT_SOLUTIONS ->
                evidence.solutions().stream().map(Evidence.Solution::name).collect(Collectors.joining("; "));
            case SERVICE_PROGRAMS ->
                evidence.servicePrograms().stream()
                        .map(program -> program.program() + ", " + program.region())
                        .collect(Collectors.joining("; "));
        };
        return words.substring(0, Math.min(words.length(), MAX));
    }
}

package kz.intelligentplatforms.partners.tierupgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import kz.intelligentplatforms.partners.program.Requirement;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The process knows every requirement that somebody has to check. */
class TierUpgradeModelTest {

    private static final List<String> CHECKED = Arrays.stream(Requirement.values())
            .filter(requirement -> requirement != Requirement.REGISTRATION)
            .map(Enum::name)
            .toList();

    @Test
    void hasATaskForEveryRequirement() throws IOException {
        try (var file = new ClassPathResource("bpmn/tier-upgrade.bpmn").getInputStream()) {
            FlowNode whichCheck = Bpmn.readModelFromStream(file).getModelElementById("Gateway_WhichCheck");

            assertThat(whichCheck.getOutgoing())
                    .extracting(flow -> flow.getConditionExpression().getTextContent())
                    .containsExactlyInAnyOrderElementsOf(
                            CHECKED.stream().map("${check == '%s'}"::formatted).toList());
        }
    }
}

package kz.intelligentplatforms.partners.tierupgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import kz.intelligentplatforms.partners.platform.web.KeptForm;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.tierupgrade.Evidence.Certificate;
import kz.intelligentplatforms.partners.tierupgrade.Evidence.Solution;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class EvidenceFormTest {

    private static final Set<Requirement> ALL = EnumSet.allOf(Requirement.class);

    @Test
    void fieldsAreReadByTheirPaths() {
        var evidence = read(Map.of(
                "evidence.salesPlan.q1", " 100 ",
                "evidence.salesPlan.productLines", "a\r\nb",
                "evidence.technicalStaff[0].name", "Марат",
                "evidence.technicalStaff[0].certificates[0].number", "C-1",
                "evidence.technicalStaff[0].certificates[1].number", "C-2",
                "evidence.servicePrograms[0].program", "AWS",
                "evidence.servicePrograms[0].region", "Актау",
                "evidence.engineer.certificate.course", "Наладка"));
        assertThat(Objects.requireNonNull(evidence.salesPlan()).q1()).isEqualTo("100");
        assertThat(evidence.salesPlan().productLines()).isEqualTo("a\nb");
        assertThat(evidence.technicalStaff().get(0).certificates())
                .extracting(Certificate::number)
                .containsExactly("C-1", "C-2");
        assertThat(evidence.servicePrograms().get(0).region()).isEqualTo("Актау");
        assertThat(Objects.requireNonNull(evidence.engineer()).certificate().course())
                .isEqualTo("Наладка");
    }

    @Test
    void emptyRowsDoNotCountAndNumbersMayBeMissing() {
        var evidence = read(Map.of(
                "evidence.solutions[10].name", "ten",
                "evidence.solutions[2].name", "two",
                "evidence.solutions[1].name", " ",
                "evidence.technicalStaff[0].name", "",
                "evidence.technicalStaff[3].certificates[7].number", "C-1"));
        assertThat(evidence.solutions()).extracting(Solution::name).containsExactly("two", "ten");
        assertThat(evidence.technicalStaff())
                .singleElement()
                .satisfies(person -> assertThat(person.certificates())
                        .singleElement()
                        .extracting(Certificate::number)
                        .isEqualTo("C-1"));
    }

    @Test
    void onlyWhatIsAskedForIsReadAndBlanksStandWhereNothingIs() {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("evidence.solutions[0].name", "one");
        var evidence = EvidenceForm.read(typed, EnumSet.of(Requirement.SALES_SPECIALIST, Requirement.SERVICE_PROGRAMS));
        assertThat(evidence.solutions()).isEmpty();
        assertThat(evidence.salesPlan()).isNull();
        assertThat(evidence.salesSpecialist()).isNotNull();
        assertThat(evidence.servicePrograms())
                .extracting(Evidence.ServiceProgram::program)
                .containsExactly("SWS", "AWS");
        assertThat(evidence.given()).isEmpty();
    }

    @Test
    void noMoreRowsThanTheFormTakes() {
        var typed = new LinkedMultiValueMap<String, String>();
        IntStream.range(0, 200).forEach(row -> typed.add("evidence.solutions[" + row + "].name", "s" + row));
        typed.add("evidence.solutions[99999999999].name", "far");
        typed.add("evidence.solutions[-1].name", "before");
        typed.add("evidence.solutions[x].name", "no number");
        var evidence = EvidenceForm.read(typed, ALL);
        assertThat(evidence.solutions()).hasSize(Evidence.MAX_ROWS);
        assertThat(EvidenceForm.withRow(evidence, "solutions").solutions()).hasSize(Evidence.MAX_ROWS);
    }

    @Test
    void aRowIsAddedToTheListThatIsNamed() {
        var evidence = read(Map.of("evidence.technicalStaff[0].name", "Марат"));
        assertThat(EvidenceForm.withRow(evidence, "solutions").solutions()).hasSize(2);
        assertThat(EvidenceForm.withRow(evidence, "technicalStaff").technicalStaff())
                .hasSize(2);
        assertThat(EvidenceForm.withRow(evidence, "technicalStaff[0].certificates")
                        .technicalStaff()
                        .get(0)
                        .certificates())
                .hasSize(2);
        for (var other : List.of("", "engineer", "technicalStaff[7].certificates", "solutions[0]")) {
            assertThat(EvidenceForm.withRow(evidence, other)).as(other).isEqualTo(evidence);
        }
    }

    @Test
    void aPackedFormComesOutAsItWas() {
        var typed = KeptForm.unpack("evidence.solutions%5B0%5D.name=%D0%90+%26+B&x=&broken=%zz&novalue");
        assertThat(typed.getFirst("evidence.solutions[0].name")).isEqualTo("А & B");
        assertThat(typed.getFirst("x")).isEmpty();
        assertThat(typed.getFirst("broken")).isEmpty();
        assertThat(EvidenceForm.isIn(typed)).isTrue();
        assertThat(EvidenceForm.isIn(KeptForm.unpack(""))).isFalse();
    }

    private static Evidence read(Map<String, String> fields) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        fields.forEach(typed::add);
        return EvidenceForm.read(typed, ALL);
    }
}

package kz.intelligentplatforms.partners.tierupgrade;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import kz.intelligentplatforms.partners.platform.web.FormFields;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.tierupgrade.Evidence.Certificate;
import kz.intelligentplatforms.partners.tierupgrade.Evidence.CertifiedPerson;
import kz.intelligentplatforms.partners.tierupgrade.Evidence.Solution;
import org.springframework.util.MultiValueMap;

/**
 * Evidence as browsers send it: a field's name is its path, such as {@code evidence.solutions[0].name}, which is how the constraints
 * name it too. Rows may have any numbers. The fields themselves are in {@code tierupgrade/evidence.html}.
 */
public final class EvidenceForm {

    private static final String ROOT = "evidence.";

    private EvidenceForm() {}

    /** What is typed about these requirements, with blanks where nothing is. Rows that are left empty do not count. */
    public static Evidence read(MultiValueMap<String, String> typed, Set<Requirement> wanted) {
        var read = FormFields.read(typed, ROOT, Evidence.class);
        var staff =
                read.technicalStaff().stream().map(EvidenceForm::withoutBlanks).toList();
        return new Evidence(
                        read.salesPlan(),
                        read.salesSpecialist(),
                        told(staff, CertifiedPerson.EMPTY),
                        told(read.solutions(), Solution.EMPTY),
                        read.servicePrograms().stream().limit(Evidence.MAX_ROWS).toList(),
                        read.engineer())
                .only(wanted);
    }

    /** Whether any field of evidence was sent along. */
    public static boolean isIn(MultiValueMap<String, String> typed) {
        return typed.keySet().stream().anyMatch(name -> name.startsWith(ROOT));
    }

    /**
     * With one more empty row to fill in.
     *
     * @param list which one: {@code solutions}, {@code technicalStaff} or, such as {@code technicalStaff[0].certificates}, one
     *     person's; anything else changes nothing
     */
    public static Evidence withRow(Evidence evidence, String list) {
        var person =
                Pattern.compile("technicalStaff\\[([0-9]{1,2})]\\.certificates").matcher(list);
        if (person.matches()) {
            int at = Integer.parseInt(person.group(1));
            var staff = new ArrayList<>(evidence.technicalStaff());
            if (at < staff.size()) {
                var one = staff.get(at);
                staff.set(at, new CertifiedPerson(one.name(), longer(one.certificates(), Certificate.EMPTY)));
            }
            return with(evidence, staff, evidence.solutions());
        }
        return switch (list) {
            case "technicalStaff" ->
                with(evidence, longer(evidence.technicalStaff(), CertifiedPerson.EMPTY), evidence.solutions());
            case "solutions" -> with(evidence, evidence.technicalStaff(), longer(evidence.solutions(), Solution.EMPTY));
            default -> evidence;
        };
    }

    private static Evidence with(Evidence evidence, List<CertifiedPerson> staff, List<Solution> solutions) {
        return new Evidence(
                evidence.salesPlan(),
                evidence.salesSpecialist(),
                staff,
                solutions,
                evidence.servicePrograms(),
                evidence.engineer());
    }

    private static <T> List<T> longer(List<T> rows, T blank) {
        if (rows.size() >= Evidence.MAX_ROWS) {
            return rows;
        }
        var longer = new ArrayList<>(rows);
        longer.add(blank);
        return longer;
    }

    private static CertifiedPerson withoutBlanks(CertifiedPerson person) {
        var certificates = told(person.certificates(), Certificate.EMPTY);
        return new CertifiedPerson(person.name(), certificates.isEmpty() ? List.of(Certificate.EMPTY) : certificates);
    }

    private static <T> List<T> told(List<T> rows, T blank) {
        return rows.stream()
                .filter(row -> !row.equals(blank))
                .limit(Evidence.MAX_ROWS)
                .toList();
    }
}

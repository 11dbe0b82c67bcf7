package kz.intelligentplatforms.partners.tierupgrade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.tierupgrade.Evidence.Certificate;
import kz.intelligentplatforms.partners.tierupgrade.Evidence.CertifiedPerson;
import kz.intelligentplatforms.partners.tierupgrade.Evidence.Engineer;
import kz.intelligentplatforms.partners.tierupgrade.Evidence.SalesPlan;
import kz.intelligentplatforms.partners.tierupgrade.Evidence.SalesSpecialist;
import kz.intelligentplatforms.partners.tierupgrade.Evidence.ServiceProgram;
import kz.intelligentplatforms.partners.tierupgrade.Evidence.Solution;
import org.springframework.util.MultiValueMap;

/**
 * Evidence as browsers send it: a field's name is its path, such as {@code evidence.solutions[0].name}, which is how the constraints
 * name it too. The fields themselves are in {@code tierupgrade/evidence.html}.
 */
public final class EvidenceForm {

    private static final String ROOT = "evidence.";
    private static final Pattern INDEX = Pattern.compile("\\[([0-9]+)]");

    /** In the order they are on the form. */
    private static final List<String> FIELDS = List.of(
            "evidence.salesPlan.year",
            "evidence.salesPlan.q1",
            "evidence.salesPlan.q2",
            "evidence.salesPlan.q3",
            "evidence.salesPlan.q4",
            "evidence.salesPlan.productLines",
            "evidence.salesPlan.marketing",
            "evidence.salesSpecialist.name",
            "evidence.salesSpecialist.email",
            "evidence.salesSpecialist.phone",
            "evidence.salesSpecialist.employment",
            "evidence.technicalStaff",
            "evidence.technicalStaff.name",
            "evidence.technicalStaff.certificates",
            "evidence.technicalStaff.certificates.course",
            "evidence.technicalStaff.certificates.number",
            "evidence.technicalStaff.certificates.issued",
            "evidence.technicalStaff.certificates.validUntil",
            "evidence.solutions",
            "evidence.solutions.name",
            "evidence.solutions.industry",
            "evidence.solutions.customer",
            "evidence.solutions.description",
            "evidence.servicePrograms",
            "evidence.servicePrograms.program",
            "evidence.servicePrograms.commitment",
            "evidence.servicePrograms.region",
            "evidence.servicePrograms.contact",
            "evidence.engineer.name",
            "evidence.engineer.certificate.course",
            "evidence.engineer.certificate.number",
            "evidence.engineer.certificate.issued",
            "evidence.engineer.certificate.validUntil");

    /** The order of the fields, by name: row after row. Names of other fields come first. */
    public static final Comparator<String> ORDER = Comparator.comparing(EvidenceForm::partOf)
            .thenComparing(EvidenceForm::rowsOf)
            .thenComparing(name -> FIELDS.indexOf(withoutRows(name)))
            .thenComparing(Comparator.naturalOrder());

    private final MultiValueMap<String, String> typed;

    private EvidenceForm(MultiValueMap<String, String> typed) {
        this.typed = typed;
    }

    /** What is typed about these requirements, with blanks where nothing is. Rows that are left empty do not count. */
    public static Evidence read(MultiValueMap<String, String> typed, Set<Requirement> wanted) {
        return new EvidenceForm(typed).read().only(wanted);
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

    private Evidence read() {
        return new Evidence(
                new SalesPlan(
                        text("salesPlan.year"),
                        text("salesPlan.q1"),
                        text("salesPlan.q2"),
                        text("salesPlan.q3"),
                        text("salesPlan.q4"),
                        text("salesPlan.productLines"),
                        text("salesPlan.marketing")),
                new SalesSpecialist(
                        text("salesSpecialist.name"),
                        text("salesSpecialist.email"),
                        text("salesSpecialist.phone"),
                        text("salesSpecialist.employment")),
                rows("technicalStaff", this::person, CertifiedPerson.EMPTY::equals),
                rows("solutions", this::solution, Solution.EMPTY::equals),
                rows("servicePrograms", this::program, row -> false),
                new Engineer(text("engineer.name"), certificate("engineer.certificate")));
    }

    private CertifiedPerson person(String row) {
        var certificates = rows(row + ".certificates", this::certificate, Certificate.EMPTY::equals);
        return new CertifiedPerson(
                text(row + ".name"), certificates.isEmpty() ? List.of(Certificate.EMPTY) : certificates);
    }

    private Certificate certificate(String at) {
        return new Certificate(
                text(at + ".course"), text(at + ".number"), text(at + ".issued"), text(at + ".validUntil"));
    }

    private Solution solution(String row) {
        return new Solution(
                text(row + ".name"), text(row + ".industry"), text(row + ".description"), text(row + ".customer"));
    }

    private ServiceProgram program(String row) {
        return new ServiceProgram(
                text(row + ".program"), text(row + ".commitment"), text(row + ".region"), text(row + ".contact"));
    }

    /** In the order of their numbers, whatever numbers are missing. */
    private <T> List<T> rows(String list, Function<String, T> row, Predicate<T> isBlank) {
        var field = Pattern.compile(Pattern.quote(ROOT + list) + "\\[([0-9]{1,4})]\\..*");
        return typed.keySet().stream()
                .map(name -> field.matcher(name).results().findFirst().orElse(null))
                .filter(Objects::nonNull)
                .map(found -> Integer.valueOf(found.group(1)))
                .distinct()
                .sorted()
                .map(number -> row.apply(list + "[" + number + "]"))
                .filter(isBlank.negate())
                .limit(Evidence.MAX_ROWS)
                .toList();
    }

    private String text(String path) {
        var value = typed.getFirst(ROOT + path);
        return value == null ? "" : value;
    }

    private static int partOf(String name) {
        var part = withoutRows(name).replaceFirst("^(evidence\\.[A-Za-z]+).*", "$1");
        for (int at = 0; at < FIELDS.size(); at++) {
            if (FIELDS.get(at).startsWith(part)) {
                return at;
            }
        }
        return -1;
    }

    private static String rowsOf(String name) {
        return INDEX.matcher(name).results().map(EvidenceForm::padded).collect(Collectors.joining("."));
    }

    private static String padded(MatchResult index) {
        return "%6s".formatted(index.group(1));
    }

    private static String withoutRows(String name) {
        return INDEX.matcher(name).replaceAll("");
    }
}

package kz.intelligentplatforms.partners.tierupgrade;

import static kz.intelligentplatforms.partners.platform.validation.InputText.clean;
import static kz.intelligentplatforms.partners.platform.validation.InputText.cleanLines;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.platform.validation.Day;
import kz.intelligentplatforms.partners.platform.validation.Day.When;
import kz.intelligentplatforms.partners.platform.validation.EmailAddress;
import kz.intelligentplatforms.partners.platform.validation.Figure;
import kz.intelligentplatforms.partners.platform.validation.Figure.Kind;
import kz.intelligentplatforms.partners.platform.validation.InputText;
import kz.intelligentplatforms.partners.platform.validation.Line;
import kz.intelligentplatforms.partners.platform.validation.MailAddress;
import kz.intelligentplatforms.partners.platform.validation.OneOf;
import kz.intelligentplatforms.partners.platform.validation.Phone;
import kz.intelligentplatforms.partners.platform.validation.PhoneNumber;
import kz.intelligentplatforms.partners.platform.validation.Prose;
import kz.intelligentplatforms.partners.program.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * What a company says to show that it meets requirements, as typed: one part a requirement, of which it gives what its wish takes.
 * Files are kept beside it. The constraints here are the only ones.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Evidence(
        @Valid @Nullable SalesPlan salesPlan,
        @Valid @Nullable SalesSpecialist salesSpecialist,

        @Size(max = MAX_ROWS, message = "{error.too-many}") List<@Valid CertifiedPerson> technicalStaff,
        @Size(max = MAX_ROWS, message = "{error.too-many}") List<@Valid Solution> solutions,

        @WarrantyPrograms @Size(max = MAX_ROWS, message = "{error.too-many}")
        List<@Valid ServiceProgram> servicePrograms,

        @Valid @Nullable Engineer engineer) {

    public static final Evidence NONE = new Evidence(null, null, List.of(), List.of(), List.of(), null);
    static final int MAX_ROWS = 30;

    /** What is typed comes through frameworks that know no null checks: here it becomes clean. */
    @SuppressWarnings("ConstantValue")
    public Evidence {
        technicalStaff = InputText.rows(technicalStaff);
        solutions = InputText.rows(solutions);
        servicePrograms = InputText.rows(servicePrograms);
    }

    /** The joint sales plan: targets in whole KZT by quarter. */
    @SalesTargets
    public record SalesPlan(
            @PlanYear String year,
            @Figure(Kind.TURNOVER) String q1,
            @Figure(Kind.TURNOVER) String q2,
            @Figure(Kind.TURNOVER) String q3,
            @Figure(Kind.TURNOVER) String q4,
            @Prose(max = 500) String productLines,
            @Prose(max = 1000) String marketing) {

        static final SalesPlan EMPTY = new SalesPlan("", "", "", "", "", "", "");

        public SalesPlan {
            year = clean(year);
            q1 = clean(q1);
            q2 = clean(q2);
            q3 = clean(q3);
            q4 = clean(q4);
            productLines = cleanLines(productLines);
            marketing = cleanLines(marketing);
        }

        /** The targets of the four quarters in KZT, once the plan has passed its constraints. */
        @JsonIgnore
        public List<Long> targets() {
            return Stream.of(q1, q2, q3, q4)
                    .map(quarter -> InputText.amount(quarter).orElse(0L))
                    .toList();
        }

        /** The year's target in KZT. */
        @JsonIgnore
        public long total() {
            return targets().stream().mapToLong(Long::longValue).sum();
        }

        /** The same plan with other figures. */
        SalesPlan withTargets(List<Long> targets) {
            var texts = targets.stream().map(String::valueOf).toList();
            return new SalesPlan(year, texts.get(0), texts.get(1), texts.get(2), texts.get(3), productLines, marketing);
        }
    }

    /** The person on staff who sells the vendor's products. */
    public record SalesSpecialist(
            @Line(max = 120) String name,
            @MailAddress String email,
            @Phone String phone,
            @Line(max = 200) String employment) {

        static final SalesSpecialist EMPTY = new SalesSpecialist("", "", "", "");

        public SalesSpecialist {
            name = clean(name);
            email = EmailAddress.normaliseOrKeep(clean(email));
            phone = PhoneNumber.normalise(clean(phone)).orElse(clean(phone));
            employment = clean(employment);
        }

        /** The e-mail address for people to read. */
        public String shownEmail() {
            return EmailAddress.readable(email);
        }
    }

    /** Somebody on staff with certificates. */
    public record CertifiedPerson(
            @Line(max = 120) String name,

            @Size(min = 1, max = MAX_ROWS, message = "{error.certificate-missing}")
            List<@Valid Certificate> certificates) {

        static final CertifiedPerson EMPTY = new CertifiedPerson("", List.of(Certificate.EMPTY));

        public CertifiedPerson {
            name = clean(name);
            certificates = InputText.rows(certificates);
        }
    }

    /** A certificate; days as {@code 2027-03-31}. */
    public record Certificate(
            @Line(max = 200) String course,
            @Line(max = 80) String number,
            @Day(When.PAST_OR_TODAY) String issued,
            @Day(When.FUTURE) String validUntil) {

        static final Certificate EMPTY = new Certificate("", "", "", "");

        public Certificate {
            course = clean(course);
            number = clean(number);
            issued = clean(issued);
            validUntil = clean(validUntil);
        }

        /** The last day of validity, once the certificate has passed its constraints. */
        Optional<LocalDate> expiry() {
            return InputText.day(validUntil);
        }
    }

    /** A solution built on the vendor's products. */
    public record Solution(
            @Line(max = 200) String name,
            @Line(max = 120) String industry,
            @Line(max = 200) String customer,
            @Prose(max = 2000) String description) {

        static final Solution EMPTY = new Solution("", "", "", "");

        public Solution {
            name = clean(name);
            industry = clean(industry);
            description = cleanLines(description);
            customer = clean(customer);
        }
    }

    /** The support of one warranty program. */
    public record ServiceProgram(
            @OneOf({"SWS", "AWS"}) String program,
            @Prose(max = 500) String commitment,
            @Line(max = 200) String region,
            @Line(max = 200) String contact) {

        public ServiceProgram {
            program = clean(program);
            commitment = cleanLines(commitment);
            region = clean(region);
            contact = clean(contact);
        }

        static ServiceProgram blank(String program) {
            return new ServiceProgram(program, "", "", "");
        }
    }

    /** The engineer for the vendor's products. */
    public record Engineer(
            @Line(max = 120) String name, @Valid Certificate certificate) {

        static final Engineer EMPTY = new Engineer("", Certificate.EMPTY);

        @SuppressWarnings("ConstantValue")
        public Engineer {
            name = clean(name);
            certificate = certificate == null ? Certificate.EMPTY : certificate;
        }
    }

    /** Which requirements something is said about. */
    public Set<Requirement> given() {
        var given = EnumSet.noneOf(Requirement.class);
        for (var requirement : Requirement.values()) {
            if (!isBlank(requirement)) {
                given.add(requirement);
            }
        }
        return given;
    }

    private boolean isBlank(Requirement requirement) {
        return switch (requirement) {
            case REGISTRATION -> true;
            case JOINT_SALES_PLAN -> salesPlan == null || salesPlan.equals(SalesPlan.EMPTY);
            case SALES_SPECIALIST -> salesSpecialist == null || salesSpecialist.equals(SalesSpecialist.EMPTY);
            case CERTIFIED_TECHNICAL_STAFF -> technicalStaff.stream().allMatch(CertifiedPerson.EMPTY::equals);
            case JOINT_SOLUTIONS -> solutions.stream().allMatch(Solution.EMPTY::equals);
            case SERVICE_PROGRAMS ->
                servicePrograms.stream().allMatch(program -> program.equals(ServiceProgram.blank(program.program())));
            case PRODUCT_ENGINEER -> engineer == null || engineer.equals(Engineer.EMPTY);
        };
    }

    /** Only what is said about these requirements, with blanks to fill in where nothing is said. */
    public Evidence only(Set<Requirement> wanted) {
        return new Evidence(
                wanted.contains(Requirement.JOINT_SALES_PLAN)
                        ? Objects.requireNonNullElse(salesPlan, SalesPlan.EMPTY)
                        : null,
                wanted.contains(Requirement.SALES_SPECIALIST)
                        ? Objects.requireNonNullElse(salesSpecialist, SalesSpecialist.EMPTY)
                        : null,
                wanted.contains(Requirement.CERTIFIED_TECHNICAL_STAFF)
                        ? filled(technicalStaff, CertifiedPerson.EMPTY)
                        : List.of(),
                wanted.contains(Requirement.JOINT_SOLUTIONS) ? filled(solutions, Solution.EMPTY) : List.of(),
                wanted.contains(Requirement.SERVICE_PROGRAMS) ? bothPrograms() : List.of(),
                wanted.contains(Requirement.PRODUCT_ENGINEER)
                        ? Objects.requireNonNullElse(engineer, Engineer.EMPTY)
                        : null);
    }

    /** Only what something is said about. */
    public Evidence onlyGiven() {
        return only(given());
    }

    /** With the parts that {@code newer} gives instead of the own ones. */
    Evidence replacedBy(Evidence newer) {
        return new Evidence(
                newer.salesPlan == null ? salesPlan : newer.salesPlan,
                newer.salesSpecialist == null ? salesSpecialist : newer.salesSpecialist,
                newer.technicalStaff.isEmpty() ? technicalStaff : newer.technicalStaff,
                newer.solutions.isEmpty() ? solutions : newer.solutions,
                newer.servicePrograms.isEmpty() ? servicePrograms : newer.servicePrograms,
                newer.engineer == null ? engineer : newer.engineer);
    }

    private static <T> List<T> filled(List<T> rows, T blank) {
        var told = rows.stream().filter(row -> !row.equals(blank)).toList();
        return told.isEmpty() ? List.of(blank) : told;
    }

    private List<ServiceProgram> bothPrograms() {
        return servicePrograms.isEmpty()
                ? List.of(ServiceProgram.blank("SWS"), ServiceProgram.blank("AWS"))
                : servicePrograms;
    }

    /** One line a certificate, with whose it is. */
    @JsonIgnore
    public List<PersonsCertificate> certificates() {
        var ofStaff = technicalStaff.stream()
                .flatMap(person ->
                        person.certificates().stream().map(one -> new PersonsCertificate(person.name(), one)));
        var ofEngineer = Optional.ofNullable(engineer).stream()
                .map(person -> new PersonsCertificate(person.name(), person.certificate()));
        return Stream.concat(ofStaff, ofEngineer).toList();
    }

    /** When the first of the certificates expires. */
    Optional<LocalDate> firstExpiry() {
        return certificates().stream()
                .flatMap(one -> one.certificate().expiry().stream())
                .min(Comparator.naturalOrder());
    }
}

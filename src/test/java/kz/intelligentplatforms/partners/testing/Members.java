package kz.intelligentplatforms.partners.testing;

import java.time.LocalDate;
import java.util.Objects;
import kz.intelligentplatforms.partners.partner.CompanyProfile;
import kz.intelligentplatforms.partners.partner.ContactPerson;
import kz.intelligentplatforms.partners.partner.PartnerAccounts;
import kz.intelligentplatforms.partners.partner.PartnerLevels;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import kz.intelligentplatforms.partners.points.PointsAccounts;
import kz.intelligentplatforms.partners.program.TargetStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Partners that are members already, without the way there. */
public class Members {

    private final Partners partners;
    private final PartnerLevels levels;
    private final PartnerAccounts portal;
    private final PointsAccounts points;
    private final People people;
    private final TransactionTemplate transaction;

    Members(
            Partners partners,
            PartnerLevels levels,
            PartnerAccounts portal,
            PointsAccounts points,
            People people,
            TransactionTemplate transaction) {
        this.partners = partners;
        this.levels = levels;
        this.portal = portal;
        this.points = points;
        this.people = people;
        this.transaction = transaction;
    }

    /** A partner and the user who acts for it, with the password {@link People#PASSWORD}. */
    public record Member(PartnerView partner, String user) {

        public long id() {
            return partner.id();
        }

        public String email() {
            return partner.contact().email();
        }
    }

    /** A new partner that has achieved these, one after the other. */
    public Member achieving(TargetStatus... targets) {
        return registered(partners::register, targets);
    }

    /** A partner that has been one since an earlier day. */
    public Member since(LocalDate day) {
        return registered((company, contact, language) -> partners.registerSince(day, company, contact, language));
    }

    /** A partner outside Kazakhstan, with a tax number of its own. */
    public Member foreign(String country) {
        return registered((company, contact, language) -> partners.register(
                new CompanyProfile(
                        new TaxIdentity(country, company.identity().taxNumber()),
                        company.name(),
                        company.city(),
                        company.address(),
                        company.website(),
                        company.phone()),
                contact,
                language));
    }

    /** How a company becomes a member. */
    private interface Registration {

        long register(CompanyProfile company, ContactPerson contact, String language);
    }

    private Member registered(Registration registration, TargetStatus... targets) {
        var application = Companies.application();
        var company = application.company();
        var person = application.contact();
        var contact = new ContactPerson(person.name(), person.position(), person.email(), digits(person.phone()));
        return Objects.requireNonNull(transaction.execute(status -> {
            var id = registration.register(
                    new CompanyProfile(
                            new TaxIdentity("KZ", company.bin()),
                            company.name(),
                            company.city(),
                            company.address(),
                            null,
                            digits(company.phone())),
                    contact,
                    "ru");
            for (var target : targets) {
                levels.achieve(id, target);
            }
            levels.updateBenefits(id);
            points.open(id);
            var user = portal.open(id, contact, "ru").userId();
            people.letSignIn(user);
            return new Member(partners.byId(id).orElseThrow(), user);
        }));
    }

    /** Changes something beside the processes. */
    public void inTransaction(Runnable step) {
        transaction.executeWithoutResult(status -> step.run());
    }

    private static String digits(String phone) {
        return "+" + phone.replaceAll("\\D", "");
    }
}

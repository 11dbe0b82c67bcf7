package kz.intelligentplatforms.partners.testing;

import kz.intelligentplatforms.partners.partner.CompanyProfile;
import kz.intelligentplatforms.partners.partner.ContactPerson;
import kz.intelligentplatforms.partners.partner.PartnerAccounts;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import org.springframework.transaction.support.TransactionTemplate;

/** Registered partners without the way to registration, each with a contact who signs in with {@link People#PASSWORD}. */
public class PartnerPeople {

    private final Partners partners;
    private final PartnerAccounts partnerAccounts;
    private final Accounts accounts;
    private final TransactionTemplate transaction;

    PartnerPeople(
            Partners partners, PartnerAccounts partnerAccounts, Accounts accounts, TransactionTemplate transaction) {
        this.partners = partners;
        this.partnerAccounts = partnerAccounts;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    /** @param email with which the contact signs in */
    public record PartnerPerson(long partnerId, String userId, String email) {}

    public PartnerPerson newPartner() {
        var bin = Companies.newBin();
        var email = "contact@p" + bin + ".example";
        var contact = new ContactPerson("Айгуль Серикова", "Директор", email, "+77011234567");
        var company = new CompanyProfile(
                new TaxIdentity("KZ", bin), "ТОО «Партнёр " + bin + "»", "Алматы", "пр. Абая, 1", null, "+77272123456");
        return transaction.execute(status -> {
            var id = partners.register(company, contact, "ru");
            var userId = partnerAccounts.open(id, contact, "ru").userId();
            accounts.setPassword(userId, People.PASSWORD);
            return new PartnerPerson(id, userId, email);
        });
    }
}

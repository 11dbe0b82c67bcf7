package kz.intelligentplatforms.partners.directory;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import kz.intelligentplatforms.partners.partner.CompanyProfile;
import kz.intelligentplatforms.partners.partner.ContactPerson;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import kz.intelligentplatforms.partners.program.Benefit;
import kz.intelligentplatforms.partners.program.Tier;
import kz.intelligentplatforms.partners.testing.Companies;
import org.springframework.transaction.support.TransactionTemplate;

/** Partners for the directory, as the processes would put them there. */
public final class ListedPartners {

    private final Partners partners;
    private final Directory directory;
    private final TransactionTemplate transaction;

    public ListedPartners(Partners partners, Directory directory, TransactionTemplate transaction) {
        this.partners = partners;
        this.directory = directory;
        this.transaction = transaction;
    }

    /** A new partner of the first level, in no list. */
    public PartnerView registered(String name, String city) {
        var bin = Companies.newBin();
        var company = new CompanyProfile(
                new TaxIdentity("KZ", bin), name, city, "ул. Мира, 1", "https://c" + bin + ".example", "+77272500100");
        var contact = new ContactPerson("Иван Петров", "Директор", "petrov@c" + bin + ".example", "+77012500100");
        return Objects.requireNonNull(transaction.execute(status ->
                partners.byId(partners.register(company, contact, "ru")).orElseThrow()));
    }

    public PartnerView listed(String name, String city, Tier tier, boolean service) {
        var partner = with(registered(name, city), tier, service);
        update(partner, benefits(tier, service));
        return partner;
    }

    public PartnerView listed(String name) {
        return listed(name, "Тараз", Tier.CORPORATE_RESELLER, false);
    }

    public void update(PartnerView partner, Set<Benefit> benefits) {
        transaction.executeWithoutResult(status -> directory.update(partner, benefits));
    }

    public static PartnerView with(PartnerView partner, Tier tier, boolean service) {
        return new PartnerView(
                partner.id(),
                partner.company(),
                partner.contact(),
                partner.language(),
                tier,
                service,
                partner.registeredAt());
    }

    /** What the shipped table says of the lists. */
    public static Set<Benefit> benefits(Tier tier, boolean service) {
        var benefits = EnumSet.of(Benefit.POINTS_PROGRAM);
        if (tier != Tier.PRIMARY_RESELLER) {
            benefits.add(Benefit.PARTNER_DIRECTORY);
        }
        if (service) {
            benefits.add(Benefit.SERVICE_DIRECTORY);
        }
        return benefits;
    }
}

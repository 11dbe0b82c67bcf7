package kz.intelligentplatforms.partners.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import kz.intelligentplatforms.partners.partner.CompanyProfile;
import kz.intelligentplatforms.partners.partner.ContactPerson;
import kz.intelligentplatforms.partners.partner.PartnerAccounts;
import kz.intelligentplatforms.partners.partner.PartnerLevels;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.partner.TaxIdentity;
import kz.intelligentplatforms.partners.platform.database.StartupLock;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.points.PointsAccounts;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess;
import kz.intelligentplatforms.partners.registration.RegistrationRequest;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the embedded default: one account a role, a partner, and applications waiting for review. Made once. */
@Component
@Order(3)
@ConditionalOnProperty("program.demo")
class DemoAccounts implements ApplicationRunner {

    private static final List<DemoUser> STAFF = List.of(
            new DemoUser("manager", "Айгерим Сейткали", Group.ACCOUNT_MANAGERS),
            new DemoUser("program", "Данияр Ахметов", Group.PROGRAM_MANAGERS),
            new DemoUser("certification", "Ольга Ким", Group.CERTIFICATION_MANAGERS),
            new DemoUser("service", "Ерлан Жумабаев", Group.SERVICE_MANAGERS),
            new DemoUser("architect", "Сергей Павлов", Group.SOLUTION_ARCHITECTS),
            new DemoUser("marketing", "Мадина Оспанова", Group.MARKETING_MANAGERS),
            new DemoUser("finance", "Наталья Вайс", Group.FINANCE),
            new DemoUser("monitor", "Тимур Беков", Group.MONITORS),
            new DemoUser("admin", "Администратор", Group.CAMUNDA_ADMIN),
            new DemoUser("erp", "Учётная система", Group.ERP));
    static final String PARTNER = "partner";

    /** The BIN of the company that {@code partner} signs in for. */
    static final String PARTNER_BIN = "050340001235";

    private final Accounts accounts;
    private final Partners partners;
    private final PartnerAccounts partnerAccounts;
    private final PointsAccounts points;
    private final PartnerLevels levels;
    private final PartnerRegistrationProcess registration;
    private final StartupLock lock;
    private final Clock clock;

    DemoAccounts(
            Accounts accounts,
            Partners partners,
            PartnerAccounts partnerAccounts,
            PointsAccounts points,
            PartnerLevels levels,
            PartnerRegistrationProcess registration,
            StartupLock lock,
            Clock clock) {
        this.accounts = accounts;
        this.partners = partners;
        this.partnerAccounts = partnerAccounts;
        this.points = points;
        this.levels = levels;
        this.registration = registration;
        this.lock = lock;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        lock.whileHeld(() -> {
            for (var user : STAFF) {
                if (!accounts.exists(user.id())) {
                    accounts.create(user.id(), user.name(), user.id() + "@vendor.example", user.id(), user.group());
                }
            }
            if (!accounts.exists(PARTNER)) {
                partner();
                applications();
            }
        });
    }

    private void partner() {
        var contact =
                new ContactPerson("Асель Нурланова", "Директор", "partner@alatau-avtomatika.example", "+77272500101");
        var company = new CompanyProfile(
                new TaxIdentity("KZ", PARTNER_BIN),
                "ТОО «Алатау Автоматика»",
                "Алматы",
                "пр. Абая, 150",
                "https://alatau-avtomatika.example",
                "+77272500100");
        var partnerId = partners.registerSince(DemoPoints.memberSince(LocalDate.now(clock)), company, contact, "ru");
        points.open(partnerId);
        levels.updateBenefits(partnerId);
        accounts.create(PARTNER, contact.name(), contact.email(), PARTNER, Group.PARTNERS);
        partnerAccounts.link(PARTNER, contact, "ru", partnerId);
    }

    /** The second looks like the demo partner, so that the reviewer sees what a hint is. */
    private void applications() {
        registration.submit(
                application(
                        "ТОО «Степь Контроль»",
                        "090540008881",
                        "Астана",
                        "stepcontrol.example",
                        "+7 7172 55 66 77",
                        "CORPORATE_RESELLER"),
                "demo-1");
        registration.submit(
                application(
                        "Alatau Avtomatika LLP",
                        "120940007777",
                        "Алматы",
                        "alatau-avtomatika.example",
                        "+7 727 250 01 00",
                        "PRIMARY_RESELLER"),
                "demo-2");
        registration.submit(
                application(
                        "ИП Каспий Сервис",
                        "870101300019",
                        "Актау",
                        "caspiyservice.example",
                        "+7 7292 40 50 60",
                        "PROFESSIONAL_RESELLER"),
                "demo-3");
    }

    private static RegistrationRequest application(
            String name, String bin, String city, String domain, String phone, String tier) {
        return new RegistrationRequest(
                tier,
                new RegistrationRequest.Company(name, "KZ", bin, "", city, "ул. Промышленная, 12", phone, domain),
                new RegistrationRequest.Contact("Руслан Исаев", "Коммерческий директор", "sales@" + domain, phone),
                "ru",
                true);
    }

    private record DemoUser(String id, String name, Group group) {}
}

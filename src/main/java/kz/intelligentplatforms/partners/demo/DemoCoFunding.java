package kz.intelligentplatforms.partners.demo;

import static kz.intelligentplatforms.partners.program.TargetStatus.CORPORATE_RESELLER;

import java.time.Clock;
import java.time.LocalDate;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cofunding.CoFundingFiles;
import kz.intelligentplatforms.partners.cofunding.CoFundingProcess;
import kz.intelligentplatforms.partners.demo.DemoStory.Applicant;
import kz.intelligentplatforms.partners.demo.DemoStory.Scene;
import kz.intelligentplatforms.partners.funds.Budgets;
import kz.intelligentplatforms.partners.partner.ContactPerson;
import kz.intelligentplatforms.partners.partner.PartnerAccounts;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.platform.database.StartupLock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the embedded default: budgets of three years, and requests for co-funding of the months before today. Made once. */
@Component
@Order(6)
@ConditionalOnProperty("program.demo")
class DemoCoFunding implements ApplicationRunner {

    static final DemoCompany THIRD = new DemoCompany(
            "ТОО «Атырау Процесс Сервис»",
            "130840006717",
            "Атырау",
            "пр. Азаттык, 52",
            "atyrau-ps.example",
            "+77122300880",
            "Ержан Молдагалиев",
            "Анна Бондарь",
            "Бауыржан Сагинтаев");

    private final DemoMembers members;
    private final Partners partners;
    private final PartnerAccounts accounts;
    private final Budgets budgets;
    private final DemoAgenda agenda;
    private final Scene scene;
    private final StartupLock lock;
    private final Clock clock;

    DemoCoFunding(
            DemoMembers members,
            Partners partners,
            PartnerAccounts accounts,
            Budgets budgets,
            DemoAgenda agenda,
            CoFundingProcess process,
            CoFundingFiles files,
            Cases cases,
            StartupLock lock,
            Clock clock) {
        this.members = members;
        this.partners = partners;
        this.accounts = accounts;
        this.budgets = budgets;
        this.agenda = agenda;
        this.scene = new Scene(process, files, cases, agenda);
        this.lock = lock;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        lock.whileHeld(() -> {
            if (budgets.years().isEmpty() && hasBeenMember()) {
                var year = new DemoYear(
                        scene,
                        budgets,
                        LocalDate.now(clock),
                        new DemoYear.Cast(ofDemoAccount(), applicant(DemoLevels.PROVIDER), newcomer()));
                agenda.live(year.steps());
            }
        });
    }

    /** Not in a demo that was begun before there were points, or in another year. */
    private boolean hasBeenMember() {
        var since = DemoPoints.memberSince(LocalDate.now(clock));
        return partners.byIdentity(DemoLevels.CORPORATE.profile().identity()).stream()
                .flatMap(partner -> partners.termsOf(partner.id()).stream())
                .anyMatch(term -> term.includes(since));
    }

    private Applicant applicant(DemoCompany company) {
        var partner = partners.byIdentity(company.profile().identity()).orElseThrow();
        return new Applicant(
                partner.id(), accounts.userIdOf(company.contact().email()).orElseThrow());
    }

    private Applicant newcomer() {
        var member = members.register(THIRD);
        members.reach(member, CORPORATE_RESELLER);
        return new Applicant(member.id(), member.user());
    }

    /** The demo account {@code partner} acts for this company, too: its own one is not at a level that is co-funded. */
    private Applicant ofDemoAccount() {
        long id = partners.byIdentity(DemoLevels.CORPORATE.profile().identity())
                .orElseThrow()
                .id();
        var account = accounts.byUserId(DemoAccounts.PARTNER).orElseThrow();
        accounts.open(
                id,
                new ContactPerson(account.name(), "Директор", account.email(), DemoLevels.CORPORATE.phone()),
                account.language());
        return new Applicant(id, account.userId());
    }
}

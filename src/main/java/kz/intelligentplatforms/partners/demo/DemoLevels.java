package kz.intelligentplatforms.partners.demo;

import static kz.intelligentplatforms.partners.program.Requirement.CERTIFIED_TECHNICAL_STAFF;
import static kz.intelligentplatforms.partners.program.Requirement.JOINT_SALES_PLAN;
import static kz.intelligentplatforms.partners.program.Requirement.JOINT_SOLUTIONS;
import static kz.intelligentplatforms.partners.program.Requirement.PRODUCT_ENGINEER;
import static kz.intelligentplatforms.partners.program.TargetStatus.CORPORATE_RESELLER;
import static kz.intelligentplatforms.partners.program.TargetStatus.PROFESSIONAL_RESELLER;
import static kz.intelligentplatforms.partners.program.TargetStatus.SERVICE;
import static kz.intelligentplatforms.partners.program.TargetStatus.SOLUTION_PROVIDER;

import java.io.ByteArrayInputStream;
import java.util.Set;
import kz.intelligentplatforms.partners.demo.DemoMembers.Member;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.platform.database.StartupLock;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.program.TargetStatus;
import kz.intelligentplatforms.partners.tierupgrade.Evidence;
import kz.intelligentplatforms.partners.tierupgrade.EvidenceFiles;
import kz.intelligentplatforms.partners.tierupgrade.EvidenceFiles.Holder;
import kz.intelligentplatforms.partners.tierupgrade.TierUpgradeProcess;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the embedded default: a partner at each level, and applications that wait at each task of a level change. Made once. */
@Component
@Order(4)
@ConditionalOnProperty("program.demo")
class DemoLevels implements ApplicationRunner {

    static final DemoCompany PROFESSIONAL = new DemoCompany(
            "ТОО «Арал Энерго»",
            "080640001231",
            "Кызылорда",
            "ул. Айтеке би, 28",
            "aralenergo.example",
            "+77242270110",
            "Болат Ережепов",
            "Гульмира Садыкова",
            "Тимур Абенов");
    static final DemoCompany CORPORATE = new DemoCompany(
            "АО «Казмонтажавтоматика»",
            "110940004562",
            "Алматы",
            "пр. Рыскулова, 61",
            "kma.example",
            "+77273450220",
            "Виктор Цой",
            "Жанна Омарова",
            "Айдос Мусин");
    static final DemoCompany PROVIDER = new DemoCompany(
            "ТОО «Жетысу Системс»",
            "040240007893",
            "Талдыкорган",
            "ул. Тауелсиздик, 90",
            "zhetysu-systems.example",
            "+77282400330",
            "Лариса Пак",
            "Марат Копеев",
            "Денис Волков");
    private static final DemoCompany ALL_CHECKS = new DemoCompany(
            "ТОО «Сарыарка Электро»",
            "150740002348",
            "Караганда",
            "ул. Складская, 14",
            "saryarka-electro.example",
            "+77212500440",
            "Нурлан Абишев",
            "Светлана Ли",
            "Канат Жаксыбеков");
    private static final DemoCompany SOLUTIONS = new DemoCompany(
            "ТОО «Ертис Инжиниринг»",
            "120340005670",
            "Павлодар",
            "ул. Ломова, 45",
            "ertis-eng.example",
            "+77182600550",
            "Алексей Гришин",
            "Динара Тулегенова",
            "Рустам Ибраев");
    private static final DemoCompany DECISION = new DemoCompany(
            "ТОО «Тобол Автоматика»",
            "170540008908",
            "Костанай",
            "пр. Аль-Фараби, 112",
            "tobol-a.example",
            "+77142700660",
            "Ирина Шевченко",
            "Асхат Дуйсенов",
            "Павел Мельник");
    private static final DemoCompany NEEDS_ANSWER = new DemoCompany(
            "ТОО «Мангистау Контроль»",
            "190140003450",
            "Актау",
            "17-й микрорайон, 6",
            "mangystau-control.example",
            "+77292800770",
            "Сауле Кенжебаева",
            "Арман Тлеулин",
            "Олег Сидоренко");

    private final DemoMembers members;
    private final Partners partners;
    private final TierUpgradeProcess process;
    private final EvidenceFiles files;
    private final StartupLock lock;

    DemoLevels(
            DemoMembers members, Partners partners, TierUpgradeProcess process, EvidenceFiles files, StartupLock lock) {
        this.members = members;
        this.partners = partners;
        this.process = process;
        this.files = files;
        this.lock = lock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        lock.whileHeld(() -> {
            if (!partners.isMember(PROFESSIONAL.profile().identity())) {
                partnersAtEachLevel();
                applicationsAtEachTask();
            }
        });
    }

    private void partnersAtEachLevel() {
        var corporate = members.register(CORPORATE);
        members.reach(corporate, CORPORATE_RESELLER);
        members.reach(corporate, SERVICE);
        members.reach(members.register(PROVIDER), SOLUTION_PROVIDER);
    }

    private void applicationsAtEachTask() {
        var professional = members.register(PROFESSIONAL);
        members.reach(professional, PROFESSIONAL_RESELLER);
        attach(professional, SERVICE, PRODUCT_ENGINEER, "Сертификат инженера.pdf");
        apply(professional, SERVICE, all(professional));

        var allChecks = members.register(ALL_CHECKS);
        attach(allChecks, CORPORATE_RESELLER, CERTIFIED_TECHNICAL_STAFF, "Сертификаты сотрудников.pdf");
        apply(allChecks, CORPORATE_RESELLER, all(allChecks));

        var solutions = members.register(SOLUTIONS);
        members.reach(solutions, PROFESSIONAL_RESELLER);
        attach(solutions, SOLUTION_PROVIDER, JOINT_SOLUTIONS, "Схема диспетчеризации.pdf");
        apply(solutions, SOLUTION_PROVIDER, all(solutions).only(Set.of(JOINT_SOLUTIONS)));

        var decision = members.register(DECISION);
        members.reach(decision, PROFESSIONAL_RESELLER);
        members.withdraw(decision, CORPORATE_RESELLER);
        apply(decision, CORPORATE_RESELLER, Evidence.NONE);

        var needsAnswer = members.register(NEEDS_ANSWER);
        apply(needsAnswer, PROFESSIONAL_RESELLER, all(needsAnswer).only(Set.of(JOINT_SALES_PLAN)));
    }

    private Evidence all(Member member) {
        return members.evidenceOf(member).all();
    }

    private void apply(Member member, TargetStatus target, Evidence evidence) {
        process.submit(member.id(), target, evidence, "demo", member.user());
    }

    /** Adds a file to the draft of an application, for one of its requirements. */
    private void attach(Member member, TargetStatus target, Requirement requirement, String name) {
        files.add(
                Holder.draft(member.id(), target),
                requirement,
                name,
                new ByteArrayInputStream(DemoPdf.of(
                        requirement.toString().replace('_', ' '),
                        "Demo data: " + member.company().domain())),
                member.user());
    }
}

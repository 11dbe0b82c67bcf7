package kz.intelligentplatforms.partners.points.adjustment;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Objects;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.points.PointsBalance;
import kz.intelligentplatforms.partners.points.PointsEntry;
import kz.intelligentplatforms.partners.points.PointsLedger;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** What the tasks' forms show of an adjustment, in Russian, fresh from the database. */
@Component
class AdjustmentFacts {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Partners partners;
    private final PointsLedger ledger;
    private final Accounts accounts;
    private final Texts texts;
    private final Clock clock;

    AdjustmentFacts(Partners partners, PointsLedger ledger, Accounts accounts, Texts texts, Clock clock) {
        this.partners = partners;
        this.ledger = ledger;
        this.accounts = accounts;
        this.texts = texts;
        this.clock = clock;
    }

    /** Puts the facts on the task; company and number are its own variables too, which Tasklist shows on its cards. */
    void show(DelegateTask task, AdjustmentView adjustment) {
        var company = partners.byId(adjustment.partnerId()).orElseThrow().company();
        var identity = company.identity();
        var balance = ledger.balanceOf(adjustment.partnerId());
        var after = balance.balance() + adjustment.points();
        var reversed = adjustment.reversed();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("caseNumber", adjustment.caseNumber());
        facts.put("caseLink", "/staff/cases/" + adjustment.caseNumber());
        facts.put("partnerLink", "/staff/partners/" + adjustment.partnerId());
        facts.put("companyName", company.name());
        facts.put(
                "identity",
                texts.russian(
                        identity.isKazakh() ? "identity.bin" : "identity.foreign",
                        identity.taxNumber(),
                        identity.country()));
        facts.put("requestedAt", at(adjustment.requestedAt()).format(MINUTE));
        facts.put("requestedBy", accounts.nameOf(adjustment.requestedBy()));
        facts.put("points", adjustment.signedPoints());
        facts.put("reason", adjustment.reason());
        facts.put("reversed", reversed == null ? "" : inWords(reversed));
        facts.put("comment", Objects.requireNonNullElse(adjustment.comment(), ""));
        facts.put("seenAt", at(clock.instant()).format(MINUTE));
        facts.put("balance", inWords(balance));
        facts.put("after", PointsInWords.of(after));
        facts.put("belowZero", after < 0);
        task.setVariableLocal("companyName", company.name());
        task.setVariableLocal("bin", identity.taxNumber());
        task.setVariableLocal("facts", Spin.JSON(facts));
    }

    private String inWords(PointsBalance balance) {
        var points = PointsInWords.of(balance.balance());
        return balance.reserved() == 0
                ? points
                : texts.russian("adjustment.balance.reserved", points, PointsInWords.of(balance.reserved()));
    }

    private String inWords(PointsEntry entry) {
        return texts.russian(
                "adjustment.reversed",
                texts.russian("case.POINTS_" + entry.kind()),
                PointsInWords.signed(entry.points()),
                at(entry.postedAt()).format(DAY),
                Objects.requireNonNullElse(entry.caseNumber(), entry.reference()));
    }

    private ZonedDateTime at(Instant instant) {
        return instant.atZone(clock.getZone());
    }
}

package kz.intelligentplatforms.partners.cofunding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.intelligentplatforms.partners.cofunding.CoFundingFiles.Holder;
import kz.intelligentplatforms.partners.cofunding.funds.Budgets;
import kz.intelligentplatforms.partners.cofunding.funds.FundLedger;
import kz.intelligentplatforms.partners.documents.DocumentView;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.web.Figures;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.program.Activity;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.Spin;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the tasks' forms show, in Russian, fresh from the database: one JSON variable {@code facts} a task. */
@Component
class CoFundingFacts {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final String NONE = "–";

    private final FundLedger ledger;
    private final Budgets budgets;
    private final CoFundingRequests requests;
    private final CoFundingFiles files;
    private final Duplicates duplicates;
    private final Partners partners;
    private final Accounts accounts;
    private final ProgramSettings settings;
    private final Texts texts;

    CoFundingFacts(
            FundLedger ledger,
            Budgets budgets,
            CoFundingRequests requests,
            CoFundingFiles files,
            Duplicates duplicates,
            Partners partners,
            Accounts accounts,
            ProgramSettings settings,
            Texts texts) {
        this.ledger = ledger;
        this.budgets = budgets;
        this.requests = requests;
        this.files = files;
        this.duplicates = duplicates;
        this.partners = partners;
        this.accounts = accounts;
        this.settings = settings;
        this.texts = texts;
    }

    /** Puts the facts on the task; company and number are its own variables too, which Tasklist shows on its cards. */
    void show(DelegateTask task, Map<String, Object> facts) {
        task.setVariableLocal("companyName", facts.get("companyName"));
        task.setVariableLocal("bin", facts.get("bin"));
        task.setVariableLocal("caseNumber", facts.get("caseNumber"));
        task.setVariableLocal("facts", Spin.JSON(facts));
    }

    /** A request before its activity. */
    Map<String, Object> ofRequest(CoFundingView view) {
        var partner = partners.byId(view.partnerId()).orElseThrow();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("caseNumber", view.caseNumber());
        facts.put("caseLink", "/staff/cases/" + view.caseNumber());
        facts.put("partnerLink", "/staff/partners/" + partner.id());
        facts.put("submittedAt", minute(view.submittedAt()));
        facts.putAll(company(partner));
        facts.put("activity", texts.russian("cofunding.activity." + view.activity()));
        facts.put("title", view.title());
        facts.put("description", view.description());
        facts.put("city", view.city());
        facts.put("dates", days(view.startsOn(), view.endsOn()));
        facts.put("audience", view.audience());
        facts.put("expectedLeads", String.valueOf(view.expectedLeads()));
        facts.put("total", Figures.sum(view.total()));
        facts.put("asked", Figures.sum(view.asked()));
        facts.put("share", percent(view.share()));
        facts.put("approved", sum(view.approved()));
        facts.put("earlier", view.earlier());
        facts.put("reviewedBy", name(view.reviewedBy()));
        facts.put("authorizedBy", name(view.authorizedBy()));
        facts.put("fund", fund(view.activity(), view.startsOn().getYear()));
        facts.put("partnerYear", partnerYear(view.partnerId(), view.startsOn().getYear()));
        facts.put("lines", view.lines().stream().map(this::line).toList());
        facts.put("files", listed(files.attachments(Holder.ofCase(view.partnerId(), view.caseNumber()))));
        facts.put("hints", hints(view));
        facts.put("newDates", days(view.newStartsOn(), view.newEndsOn()));
        facts.put("changeReason", or(view.changeReason()));
        return facts;
    }

    /** A request whose activity is to move: what counts is the money of the year it moves to. */
    Map<String, Object> ofChange(CoFundingView view) {
        var facts = ofRequest(view);
        int year = Objects.requireNonNull(view.newStartsOn()).getYear();
        facts.put("fund", fund(view.activity(), year));
        facts.put("partnerYear", partnerYear(view.partnerId(), year));
        return facts;
    }

    /** A request with its claim. */
    Map<String, Object> ofClaim(CoFundingView view) {
        var facts = ofRequest(view);
        var partner = partners.byId(view.partnerId()).orElseThrow();
        facts.put("claimed", sum(view.claimed()));
        facts.put("spent", Figures.sum(view.spent()));
        facts.put("payable", sum(view.payable()));
        facts.put("report", or(view.claimReport()));
        facts.put("proofs", proofs(view));
        facts.put(
                "duplicates",
                duplicates.of(view).stream()
                        .map(found -> texts.russian(found.text(), found.what(), found.caseNumber()))
                        .toList());
        facts.put("appeal", view.appeal() == null ? "" : view.appeal());
        facts.put("refusal", view.refusal() == null ? "" : view.refusal());
        facts.put("refusedBy", name(view.refusedBy()));
        facts.put("acceptedBy", name(view.claimReviewedBy()));
        facts.put("claimAuthorizedBy", name(view.claimAuthorizedBy()));
        facts.put(
                "contact",
                partner.contact().name() + ", " + partner.contact().phone() + ", "
                        + partner.contact().shown().email());
        return facts;
    }

    private Map<String, Object> company(PartnerView partner) {
        var identity = partner.company().identity();
        return Map.of(
                "companyName",
                partner.company().name(),
                "bin",
                identity.taxNumber(),
                "identity",
                texts.russian(
                        identity.isKazakh() ? "identity.bin" : "identity.foreign",
                        identity.taxNumber(),
                        identity.country()),
                "tier",
                texts.russian("tier." + partner.tier()));
    }

    private Map<String, Object> fund(Activity activity, int year) {
        return ledger.fundFor(year, activity)
                .map(fund -> Map.<String, Object>of(
                        "name", texts.russian(fund.label()) + ", " + year,
                        "allocated", Figures.sum(fund.allocated()),
                        "reserved", Figures.sum(fund.reserved()),
                        "paid", Figures.sum(fund.paid()),
                        "available", Figures.sum(fund.available())))
                .orElseGet(() -> Map.of(
                        "name", texts.russian("cofunding.fund.none", String.valueOf(year)),
                        "allocated", NONE,
                        "reserved", NONE,
                        "paid", NONE,
                        "available", NONE));
    }

    private Map<String, Object> partnerYear(long partnerId, int year) {
        var holding = budgets.holdingOf(partnerId, year);
        return Map.of(
                "year",
                String.valueOf(year),
                "requests",
                String.valueOf(requests.countOfYear(partnerId, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))),
                "reserved",
                Figures.sum(holding.reserved()),
                "paid",
                Figures.sum(holding.paid()));
    }

    private Map<String, Object> line(CostLineView line) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("no", String.valueOf(line.number()));
        facts.put("title", line.title());
        facts.put("cost", Figures.sum(line.cost()));
        facts.put("approved", sum(line.approved()));
        facts.put("spent", sum(line.spent()));
        facts.put("unlessChanged", Figures.sum(Objects.requireNonNullElse(line.approved(), line.cost())));
        // Of what was not spent there is nothing to decide.
        facts.put("unspent", String.valueOf(line.spent() != null && line.spent().signum() == 0));
        facts.put(
                "invoice",
                line.invoiceNumber() == null
                        ? NONE
                        : texts.russian(
                                "cofunding.invoice",
                                line.invoiceNumber(),
                                line.invoicedOn() == null
                                        ? NONE
                                        : line.invoicedOn().format(DAY)));
        facts.put("accepted", sum(line.accepted()));
        facts.put("verdict", line.verdict() == null ? NONE : texts.russian("cofunding.verdict." + line.verdict()));
        facts.put("reason", or(line.reason()));
        return facts;
    }

    private List<Map<String, Object>> proofs(CoFundingView view) {
        var facts = new ArrayList<Map<String, Object>>();
        files.proofs(Holder.ofCase(view.partnerId(), view.caseNumber())).forEach((proof, given) -> {
            boolean required = view.proofs().contains(proof);
            if (required || !given.isEmpty()) {
                facts.add(Map.of(
                        "name", texts.russian("cofunding.proof." + proof),
                        "required", required ? texts.russian("cofunding.proof.required") : "",
                        "files", listed(given)));
            }
        });
        return facts;
    }

    private List<Map<String, Object>> listed(List<DocumentView> documents) {
        return documents.stream()
                .map(file -> Map.<String, Object>of(
                        "name", file.fileName(),
                        "link", file.link(),
                        "size", texts.russian("documents.size.kb", (file.size() + 1023) / 1024)))
                .toList();
    }

    /** What marketing should know before it decides. */
    private List<String> hints(CoFundingView view) {
        var hints = new ArrayList<String>();
        var fund = ledger.fundFor(view.startsOn().getYear(), view.activity());
        if (view.claimed() == null
                && view.claimDueOn() == null
                && fund.map(found -> found.available().compareTo(view.asked()) < 0)
                        .orElse(true)) {
            hints.add(texts.russian("cofunding.hint.little-money"));
        }
        if (!partners.isActive(view.partnerId())) {
            hints.add(texts.russian("cofunding.hint.not-a-member"));
        }
        return hints;
    }

    private String name(@Nullable String user) {
        return user == null ? "" : accounts.nameOf(user);
    }

    private String minute(Instant instant) {
        return instant.atZone(settings.timeZone()).format(MINUTE);
    }

    private static String days(@Nullable LocalDate first, @Nullable LocalDate last) {
        if (first == null || last == null) {
            return NONE;
        }
        return first.equals(last) ? first.format(DAY) : first.format(DAY) + " – " + last.format(DAY);
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2)
                        .setScale(1, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                        .replace('.', ',')
                + "\u00A0%";
    }

    private static String sum(@Nullable BigDecimal sum) {
        return sum == null ? NONE : Figures.sum(sum);
    }

    private static String or(@Nullable String text) {
        return text == null || text.isEmpty() ? NONE : text;
    }
}

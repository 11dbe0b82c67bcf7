package kz.intelligentplatforms.partners.funds.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.funds.Budgets;
import kz.intelligentplatforms.partners.funds.FundEntries;
import kz.intelligentplatforms.partners.funds.FundEntries.Filter;
import kz.intelligentplatforms.partners.funds.FundEntry;
import kz.intelligentplatforms.partners.funds.FundEntryKind;
import kz.intelligentplatforms.partners.funds.FundLedger;
import kz.intelligentplatforms.partners.funds.FundView;
import kz.intelligentplatforms.partners.partner.PartnerNames;
import kz.intelligentplatforms.partners.partner.PartnerNames.PartnerName;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.web.CsvFile;
import kz.intelligentplatforms.partners.platform.web.Downloads;
import kz.intelligentplatforms.partners.platform.web.Paging;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Entries of the funds with the names of whom they are about, in a number of queries that does not grow with them. */
@Component
class LedgerModel {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final FundEntries entries;
    private final Budgets budgets;
    private final PartnerNames partners;
    private final Accounts accounts;
    private final ProgramSettings settings;
    private final Texts texts;

    LedgerModel(
            FundEntries entries,
            Budgets budgets,
            PartnerNames partners,
            Accounts accounts,
            ProgramSettings settings,
            Texts texts) {
        this.entries = entries;
        this.budgets = budgets;
        this.partners = partners;
        this.accounts = accounts;
        this.settings = settings;
        this.texts = texts;
    }

    /** @param number of the page; counts from 1 */
    void addTo(ModelAndView page, Filter filter, int number) {
        var shown = entries.list(filter, number - 1, Paging.SIZE);
        var totals = entries.totalsOf(filter);
        var names = partners.of(entries.partnersIn(filter.year(), filter.fundId()));
        page.addObject("filter", filter)
                .addObject("kinds", FundEntryKind.values())
                .addObject("links", new EntryLinks(filter))
                .addObject("entries", shown)
                .addObject("totals", totals)
                .addObject("paging", new Paging(number, totals.count()))
                .addObject("funds", fundsOf(filter.year()))
                .addObject("partners", names)
                .addObject("choices", byName(names))
                .addObject("names", postersOf(shown));
    }

    ResponseEntity<byte[]> csv(Filter filter) {
        var all = entries.all(filter);
        var funds = fundsOf(filter.year());
        var names = partners.of(entries.partnersIn(filter.year(), filter.fundId()));
        var posters = postersOf(all);
        var file = new CsvFile()
                .row(Stream.of(
                                "year",
                                "fund",
                                "no",
                                "at",
                                "kind",
                                "amount",
                                "case",
                                "partner",
                                "bin",
                                "by",
                                "reason",
                                "allocated",
                                "reserved",
                                "paid",
                                "available")
                        .map(column -> texts.get("cofunding.staff." + column))
                        .toArray());
        for (var entry : all) {
            var fund = Objects.requireNonNull(funds.get(entry.fundId()));
            var partner = Objects.requireNonNullElse(names.get(entry.partnerId()), new PartnerName(0, "", ""));
            file.row(
                    fund.year(),
                    texts.get(fund.label()),
                    entry.seq(),
                    moment(entry.postedAt()),
                    texts.get("cofunding.staff.kind." + entry.kind()),
                    entry.amount(),
                    Objects.requireNonNullElse(entry.caseNumber(), ""),
                    partner.name(),
                    partner.taxNumber(),
                    Objects.requireNonNullElse(posters.get(entry.postedBy()), entry.postedBy()),
                    entry.reason(),
                    entry.allocated(),
                    entry.reserved(),
                    entry.paid(),
                    entry.available());
        }
        var name = "co-funding-" + filter.year() + (filter.fundId() == null ? "" : "-fund-" + filter.fundId());
        return Downloads.of(name + "-entries.csv", Downloads.CSV, file.bytes());
    }

    private String moment(Instant instant) {
        return MOMENT.format(instant.atZone(settings.timeZone()));
    }

    private Map<Long, FundView> fundsOf(int year) {
        return budgets.ofYear(year).stream().collect(Collectors.toMap(FundView::id, Function.identity()));
    }

    private Map<String, String> postersOf(List<FundEntry> shown) {
        var names = new HashMap<>(
                accounts.namesOf(shown.stream().map(FundEntry::postedBy).collect(Collectors.toSet())));
        names.put(FundLedger.SYSTEM, texts.get("case.actor.SYSTEM"));
        return names;
    }

    private static List<PartnerName> byName(Map<Long, PartnerName> names) {
        return names.values().stream()
                .sorted(Comparator.comparing(PartnerName::sortKey).thenComparing(PartnerName::id))
                .toList();
    }
}

package kz.intelligentplatforms.partners.purchases;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.core.io.InputStreamSource;

/** One reading of a file from its beginning to its end, in batches, so that it need not fit into memory. */
final class FileReading implements PurchaseSink {

    private static final int BATCH = 5_000;
    private static final int FIRST_ROWS = 20;

    private final PurchaseClassifier intake;
    private final int maxRows;
    private final Consumer<List<ClassifiedPurchase>> next;

    private final List<PurchaseLine> batch = new ArrayList<>(BATCH);
    private final Set<Long> members = new HashSet<>();
    private final List<ImportReport.Row> first = new ArrayList<>();
    private final List<ImportReport.Warning> warnings = new ArrayList<>();
    private final int[] outcomes = new int[Outcome.values().length];
    private int rows;
    private int sales;
    private int returns;
    private BigDecimal sum = BigDecimal.ZERO.setScale(2);
    private final LeftOutDocuments leftOut = new LeftOutDocuments();

    /** @param next gets each batch as long as nothing has been wrong */
    FileReading(PurchaseClassifier intake, int maxRows, Consumer<List<ClassifiedPurchase>> next) {
        this.intake = intake;
        this.maxRows = maxRows;
        this.next = next;
    }

    /** What a file was read as, and what is in it. */
    record Result(PurchaseSource format, ImportReport report) {}

    Result read(InputStreamSource content) throws IOException {
        var format = PurchaseSource.CSV;
        var encoding = "";
        boolean cutShort = false;
        try {
            var text = FileText.of(content);
            format = text.isXml() ? PurchaseSource.COMMERCEML : PurchaseSource.CSV;
            encoding = text.charset().name();
            try (var reader = text.open()) {
                if (text.isXml()) {
                    CommerceMlPurchases.read(reader, this);
                } else {
                    CsvPurchases.read(reader, this);
                }
            }
            sort();
            if (rows == intake.skipped() && intake.isFlawless()) {
                intake.add(Violation.ofFile(0, 0, Violation.Kind.NO_ROWS));
            }
        } catch (UnreadableFile e) {
            sort();
            intake.add(e.flaw());
            cutShort = true;
        }
        leftOut.warnings().forEach(this::warn);
        return new Result(format, report(encoding, cutShort || intake.isFull()));
    }

    private ImportReport report(String encoding, boolean cutShort) {
        return new ImportReport(
                encoding,
                rows,
                sales,
                returns,
                sum,
                members.size(),
                outcomes[Outcome.RECORDED.ordinal()],
                outcomes[Outcome.UNMATCHED.ordinal()],
                outcomes[Outcome.KNOWN.ordinal()],
                leftOut.count(),
                intake.skipped(),
                intake.noted(),
                intake.notes(),
                first,
                warnings,
                intake.flaws(),
                cutShort);
    }

    @Override
    public void take(PurchaseLine line) throws UnreadableFile {
        if (rows == maxRows) {
            throw new UnreadableFile(line.line(), line.column(), Violation.Kind.TOO_MANY_ROWS, String.valueOf(maxRows));
        }
        rows++;
        batch.add(line);
        if (batch.size() == BATCH) {
            sort();
        }
    }

    @Override
    public void refuse(Violation flaw) {
        rows++;
        intake.add(flaw);
    }

    @Override
    public void leaveOut(LeftOut reason, String name) {
        leftOut.add(reason, name);
    }

    @Override
    public void warn(ImportReport.Warning warning) {
        warnings.add(warning);
    }

    @Override
    public boolean isFull() {
        return intake.isFull();
    }

    private void sort() {
        if (batch.isEmpty()) {
            return;
        }
        var sorted = intake.sort(batch);
        batch.clear();
        sorted.forEach(this::count);
        if (intake.isFlawless()) {
            next.accept(sorted);
        }
    }

    private void count(ClassifiedPurchase each) {
        var purchase = each.purchase();
        if (purchase.isSale()) {
            sales++;
        } else {
            returns++;
        }
        sum = sum.add(purchase.amount());
        outcomes[each.outcome().ordinal()]++;
        if (each.partnerId() != null) {
            members.add(each.partnerId());
        }
        if (first.size() < FIRST_ROWS) {
            first.add(new ImportReport.Row(
                    each.line(),
                    purchase.document().number(),
                    purchase.buyer().inWords(),
                    purchase.date(),
                    purchase.amount(),
                    each.outcome()));
        }
    }
}

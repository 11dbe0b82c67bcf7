package kz.intelligentplatforms.partners.purchases;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import kz.intelligentplatforms.partners.platform.submission.Submission;
import kz.intelligentplatforms.partners.platform.submission.Submissions;
import kz.intelligentplatforms.partners.platform.validation.FileName;
import kz.intelligentplatforms.partners.purchases.FileReading.Result;
import kz.intelligentplatforms.partners.purchases.ImportRefused.Reason;
import kz.intelligentplatforms.partners.purchases.ImportView.Status;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.InputStreamSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files of purchases. A file is checked completely when it comes in, shown, and recorded only when somebody says so: all of it or
 * nothing. Whatever has changed meanwhile counts: it is checked again as it is recorded.
 */
@Service
public class PurchaseImports {

    private static final Logger LOG = LoggerFactory.getLogger(PurchaseImports.class);
    private static final int RECENT = 20;
    private static final Duration KEPT_UNRECORDED = Duration.ofDays(1);

    private final Purchases purchases;
    private final PurchaseStore store;
    private final ImportStore imports;
    private final ImportProgress progress;
    private final Submissions submissions;
    private final TransactionTemplate transaction;
    private final PurchaseSettings limits;
    private final Clock clock;

    PurchaseImports(
            Purchases purchases,
            PurchaseStore store,
            ImportStore imports,
            ImportProgress progress,
            Submissions submissions,
            TransactionTemplate transaction,
            PurchaseSettings limits,
            Clock clock) {
        this.purchases = purchases;
        this.store = store;
        this.imports = imports;
        this.progress = progress;
        this.submissions = submissions;
        this.transaction = transaction;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Checks a file and keeps it, with what was found. The same file with the same id a second time changes nothing.
     *
     * @param id unguessable, new for each file: the key of its form
     * @param fileName as the browser sent it
     * @param size in bytes
     * @param uploadedBy user id
     * @throws ImportRefused when it is empty or too large, or was uploaded before and is gone
     * @throws kz.intelligentplatforms.partners.platform.submission.SubmissionReused when another file has this id
     */
    public void upload(String id, String fileName, InputStreamSource content, long size, String uploadedBy) {
        if (size == 0) {
            throw new ImportRefused(Reason.EMPTY);
        }
        if (size > limits.maxFile().toBytes()) {
            throw new ImportRefused(Reason.TOO_LARGE, limits.maxFile().toMegabytes());
        }
        var form = Submission.of(id, sha256(content));
        if (submissions.earlier(form).isPresent()) {
            if (imports.byId(id).isEmpty()) {
                throw new ImportRefused(Reason.GONE);
            }
            return;
        }
        var found = read(id, content, size, sorted -> {});
        var file = new ImportView(
                id,
                FileName.clean(fileName),
                found.format(),
                found.report().isRight() ? Status.CHECKED : Status.FLAWED,
                found.report().rows(),
                uploadedBy,
                clock.instant(),
                null);
        submissions.once(form, () -> {
            imports.add(file, found.report(), content, size);
            return id;
        });
    }

    private static String sha256(InputStreamSource content) {
        try (var stream = content.getInputStream()) {
            return DigestUtils.sha256Hex(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Records all purchases of a file.
     *
     * @param recordedBy user id
     * @throws ImportRefused when it cannot be recorded (any more), or somebody else is about it; nothing is recorded then
     */
    public void record(String id, String recordedBy) {
        try {
            var report = transaction.execute(status -> {
                lockForUpdate(id);
                return recordHeld(id, recordedBy);
            });
            LOG.info(
                    "Purchases: {} rows of import {} recorded by {}",
                    report == null ? 0 : report.rows(),
                    id,
                    recordedBy);
        } catch (PurchasesRefused refused) {
            keepFlaws(id);
            throw new ImportRefused(Reason.FLAWED);
        }
    }

    /** Removes a file that is not recorded. */
    public void discard(String id) {
        transaction.executeWithoutResult(status -> {
            if (imports.byId(id).isPresent()) {
                holdOpen(id);
                imports.remove(id);
            }
        });
    }

    private ImportReport recordHeld(String id, String recordedBy) {
        store.lock();
        var now = clock.instant();
        var source = imports.byId(id).map(ImportView::format).orElseThrow();
        var received = new PurchaseStore.Received(source, now, recordedBy, null);
        var content = imports.content(id);
        var found = read(
                id, () -> new ByteArrayInputStream(content), content.length, sorted -> store.add(sorted, received));
        if (!found.report().isRight()) {
            throw new PurchasesRefused(found.report().flaws());
        }
        imports.recorded(id, found.report(), now);
        return found.report();
    }

    /** Something has happened since the preview: the page says what. */
    private void keepFlaws(String id) {
        transaction.executeWithoutResult(status -> {
            if (imports.lockForUpdate(id).filter(Status.CHECKED::equals).isPresent()) {
                var content = imports.content(id);
                var found = read(id, () -> new ByteArrayInputStream(content), content.length, sorted -> {});
                if (!found.report().isRight()) {
                    imports.flawed(id, found.report());
                }
            }
        });
    }

    private void lockForUpdate(String id) {
        if (holdOpen(id) == Status.FLAWED) {
            throw new ImportRefused(Reason.FLAWED);
        }
    }

    private Status holdOpen(String id) {
        var status = imports.lockForUpdate(id)
                .orElseThrow(() -> new ImportRefused(imports.byId(id).isPresent() ? Reason.BUSY : Reason.GONE));
        if (status == Status.RECORDED) {
            throw new ImportRefused(Reason.RECORDED_ALREADY);
        }
        return status;
    }

    private Result read(String id, InputStreamSource content, long size, Consumer<List<ClassifiedPurchase>> next) {
        try {
            return new FileReading(purchases.intake(), limits.maxRows(), next).read(progress.watch(id, size, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            progress.end(id);
        }
    }

    public Optional<ImportView> byId(String id) {
        return imports.byId(id);
    }

    /** What was found in a file; nothing where there is no such file. */
    public Optional<ImportReport> report(String id) {
        return imports.report(id);
    }

    /** The latest files, the newest first. */
    public List<ImportView> recent() {
        return imports.recent(RECENT);
    }

    /** How much of a file has been read that is being checked or recorded on this node, from 0 to 1; nothing of any other. */
    public OptionalDouble progressOf(String id) {
        return progress.of(id);
    }

    /** Every night: nobody comes back to yesterday's preview. */
    @Scheduled(cron = "0 40 3 * * *", zone = "${program.time-zone}")
    void forgetUnrecorded() {
        imports.removeUnrecorded(clock.instant().minus(KEPT_UNRECORDED));
    }
}

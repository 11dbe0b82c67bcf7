package kz.intelligentplatforms.partners.purchases;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What is in a file.
 *
 * @param encoding such as UTF-8
 * @param rows purchases that were read
 * @param sum sales less returns, KZT
 * @param members how many members' purchases there are
 * @param added rows that count for members once the file is recorded
 * @param unmatched rows of companies that are no members
 * @param known rows that are there already
 * @param leftOut documents that are no purchases
 * @param skipped rows that count for nothing
 * @param noted how many rows count for nobody though they can be read: skipped ones, and others outside their buyer's terms
 * @param notes why, of the first of them
 * @param first the first rows
 * @param flaws what is wrong, in the order of the file; then there is nothing to record
 * @param cutShort whether the rest of the file was not looked at any more
 */
public record ImportReport(
        String encoding,
        int rows,
        int sales,
        int returns,
        BigDecimal sum,
        int members,
        int added,
        int unmatched,
        int known,
        int leftOut,
        int skipped,
        int noted,
        List<Violation> notes,
        List<Row> first,
        List<Warning> warnings,
        List<Violation> flaws,
        boolean cutShort) {

    /** The reports of release 1 have no notes. */
    public ImportReport {
        notes = Objects.requireNonNullElse(notes, List.of());
    }

    /** A row of the preview. */
    public record Row(
            int line, String documentNumber, String taxNumber, LocalDate date, BigDecimal amount, Outcome outcome) {}

    /**
     * Something to know before the file is recorded.
     *
     * @param detail what the message names
     * @param count how many there are of it; 0 where nothing is counted
     */
    public record Warning(Kind kind, String detail, int count) {

        Warning(Kind kind, String detail) {
            this(kind, detail, 0);
        }

        /** The messages {@code purchases.warning.<NAME>}. */
        public enum Kind {
            /** Perhaps the file is not whole. */
            NO_LAST_LINE_BREAK,
            OTHER_COLUMNS,
            /** How many of other operations; in the reports of release 1, which named none. */
            DOCUMENTS_LEFT_OUT,
            /** {0}: an operation that is neither a sale nor a return, {1}: how many documents of it. */
            OPERATION_LEFT_OUT,
            /** {0}: their numbers, {1}: how many. */
            NOT_POSTED,
            /** {0}: their numbers, {1}: how many. */
            DELETED,
            /** {0}: their numbers, {1}: how many. */
            CANCELLED
        }
    }

    @JsonIgnore
    public boolean isRight() {
        return flaws.isEmpty();
    }
}

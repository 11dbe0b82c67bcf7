package kz.intelligentplatforms.partners.purchases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.intelligentplatforms.partners.purchases.ImportView.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tables of files: each with what was found in it, and with its content as long as it can be recorded. */
@Component
class ImportStore {

    private static final String LISTED =
            "select id, file_name, format, status, row_count, uploaded_by, uploaded_at, recorded_at from purchase_import";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    ImportStore(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Keeps a file; what cannot be recorded need not be kept itself.
     *
     * @throws org.springframework.dao.DuplicateKeyException when there is one with this id
     */
    @Transactional
    public void add(ImportView file, ImportReport report, InputStreamSource content, long size) {
        jdbc.update(
                "insert into purchase_import (id, file_name, format, status, row_count, uploaded_by, uploaded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                file.id(),
                file.fileName(),
                file.format().name(),
                file.status().name(),
                file.rows(),
                file.uploadedBy(),
                Timestamp.from(file.uploadedAt()));
        try (var stream = content.getInputStream()) {
            jdbc.update("insert into purchase_import_content (import_id, content, report) values (?, ?, ?)", row -> {
                row.setString(1, file.id());
                if (report.isRight()) {
                    row.setBinaryStream(2, stream, size);
                } else {
                    row.setBytes(2, null);
                }
                row.setString(3, written(report));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Holds a file until the caller's transaction ends; nothing where there is none, or somebody else holds it.
     *
     * @return where it stands
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Status> lockForUpdate(String id) {
        return jdbc
                .queryForList(
                        "select status from purchase_import where id = ? for update skip locked", String.class, id)
                .stream()
                .map(Status::valueOf)
                .findFirst();
    }

    byte[] content(String id) {
        return jdbc.queryForObject("select content from purchase_import_content where import_id = ?", byte[].class, id);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void recorded(String id, ImportReport report, Instant now) {
        jdbc.update(
                "update purchase_import set status = 'RECORDED', row_count = ?, recorded_at = ? where id = ?",
                report.rows(),
                Timestamp.from(now),
                id);
        reported(id, report);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void flawed(String id, ImportReport report) {
        jdbc.update("update purchase_import set status = 'FLAWED' where id = ?", id);
        reported(id, report);
    }

    private void reported(String id, ImportReport report) {
        jdbc.update(
                "update purchase_import_content set content = null, report = ? where import_id = ?",
                written(report),
                id);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(String id) {
        jdbc.update("delete from purchase_import where id = ?", id);
    }

    /** Removes what nobody recorded. */
    @Transactional
    public void removeUnrecorded(Instant uploadedBefore) {
        jdbc.update(
                "delete from purchase_import where status <> 'RECORDED' and uploaded_at < ?",
                Timestamp.from(uploadedBefore));
    }

    Optional<ImportView> byId(String id) {
        return jdbc.query(LISTED + " where id = ?", ImportStore::view, id).stream()
                .findFirst();
    }

    /** Newest first. */
    List<ImportView> recent(int count) {
        return jdbc.query(LISTED + " order by uploaded_at desc, id limit ?", ImportStore::view, count);
    }

    Optional<ImportReport> report(String id) {
        return jdbc
                .queryForList("select report from purchase_import_content where import_id = ?", String.class, id)
                .stream()
                .findFirst()
                .map(this::read);
    }

    private String written(ImportReport report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ImportReport read(String report) {
        try {
            return json.readValue(report, ImportReport.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ImportView view(ResultSet row, int number) throws SQLException {
        return new ImportView(
                row.getString("id"),
                row.getString("file_name"),
                PurchaseSource.valueOf(row.getString("format")),
                Status.valueOf(row.getString("status")),
                row.getInt("row_count"),
                row.getString("uploaded_by"),
                row.getTimestamp("uploaded_at").toInstant(),
                instant(row.getTimestamp("recorded_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}

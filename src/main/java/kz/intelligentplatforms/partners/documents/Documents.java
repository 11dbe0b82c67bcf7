package kz.intelligentplatforms.partners.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.documents.DocumentRefused.Reason;
import kz.intelligentplatforms.partners.partner.PartnerAccounts;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.validation.FileName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Evidence files, each in a folder: a path such as {@code TUP-2026-000001/JOINT_SOLUTIONS} that means something to whoever put it
 * there. Templates call it {@code @documents}.
 */
@Service
@Transactional(readOnly = true)
public class Documents {

    private static final String LISTED =
            "select id, partner_id, folder, readers, file_name, media_type, byte_count, sha256, uploaded_by, uploaded_at from document";

    private final JdbcClient jdbc;
    private final TypeDetector types;
    private final PartnerAccounts accounts;
    private final DocumentSettings limits;
    private final Clock clock;

    Documents(JdbcClient jdbc, TypeDetector types, PartnerAccounts accounts, DocumentSettings limits, Clock clock) {
        this.jdbc = jdbc;
        this.types = types;
        this.accounts = accounts;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Stores a file in a folder.
     *
     * @param readers the groups of staff that may read it, beside the partner's own people
     * @param fileName as the browser sent it
     * @param content is read, not closed
     * @param uploadedBy user id
     * @throws DocumentRefused when it is too large, empty, one too many, or not what is taken; the caller's transaction can go on
     */
    @Transactional(noRollbackFor = DocumentRefused.class)
    public DocumentView store(
            long partnerId,
            String folder,
            Set<Group> readers,
            String fileName,
            InputStream content,
            String uploadedBy) {
        if (!Group.STAFF.containsAll(readers)) {
            throw new IllegalArgumentException("Only groups of staff read a partner's files, not " + readers);
        }
        var bytes = read(content);
        if (inFolder(folder).size() >= limits.perFolder()) {
            throw new DocumentRefused(Reason.TOO_MANY, limits.perFolder());
        }
        var type = types.typeOf(bytes);
        var name = FileName.clean(fileName);
        if (!type.fits(name)) {
            throw new DocumentRefused(Reason.OTHER_TYPE);
        }
        var document = new DocumentView(
                UUID.randomUUID().toString(),
                partnerId,
                folder,
                readers.stream().map(Group::id).collect(Collectors.toUnmodifiableSet()),
                name,
                type.mediaType(),
                bytes.length,
                sha256(bytes),
                uploadedBy,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        insert(document, bytes);
        return document;
    }

    /** The files of a folder, oldest first. */
    public List<DocumentView> inFolder(String folder) {
        return jdbc.sql(LISTED + " where folder = ? order by uploaded_at, id")
                .param(folder)
                .query(Documents::view)
                .list();
    }

    /** The files of every folder below {@code prefix}, by folder, oldest first. */
    public Map<String, List<DocumentView>> inFolders(String prefix) {
        return jdbc
                .sql(LISTED + " where folder like ? order by uploaded_at, id")
                .param(below(prefix))
                .query(Documents::view)
                .list()
                .stream()
                .collect(Collectors.groupingBy(DocumentView::folder, TreeMap::new, Collectors.toList()));
    }

    /** The files with one of these contents, whoever's they are and wherever they lie. */
    public List<DocumentView> withContent(Collection<String> sha256) {
        return sha256.isEmpty()
                ? List.of()
                : jdbc.sql(LISTED + " where sha256 in (:hashes) order by uploaded_at, id")
                        .param("hashes", sha256)
                        .query(Documents::view)
                        .list();
    }

    /** Gives a folder another name, with all that is in it and below it: a draft becomes a case. */
    @Transactional
    public void move(String fromFolder, String toFolder) {
        jdbc.sql("update document set folder = ? || substring(folder from ?) where folder = ? or folder like ?")
                .params(toFolder, fromFolder.length() + 1, fromFolder, below(fromFolder))
                .update();
    }

    /** Removes a file, if it is still in that folder. */
    @Transactional
    public void remove(String id, String folder) {
        if (id.indexOf('\0') >= 0) {
            return; // no id, and nothing that PostgreSQL takes
        }
        jdbc.sql("delete from document where id = ? and folder = ?")
                .params(id, folder)
                .update();
    }

    /** A file with its content, if there is one that this user may read: as one of the partner's people, or of its readers. */
    public Optional<DocumentContent> open(String id, String userId, Collection<String> groups) {
        return jdbc.sql(LISTED + " where id = ?")
                .param(id)
                .query(Documents::view)
                .optional()
                .filter(document -> document.isReadableBy(groups)
                        || accounts.partnersOf(userId).contains(document.partnerId()))
                .map(document -> new DocumentContent(document, contentOf(document)));
    }

    /** How large a file may be, in megabytes. */
    public long getMaxMegabytes() {
        return limits.maxSize().toMegabytes();
    }

    /** How large a file may be, in bytes. */
    public long getMaxBytes() {
        return limits.maxSize().toBytes();
    }

    private byte[] read(InputStream content) {
        int max = (int) limits.maxSize().toBytes();
        try {
            var bytes = content.readNBytes(max + 1);
            if (bytes.length == 0) {
                throw new DocumentRefused(Reason.EMPTY);
            }
            if (bytes.length > max) {
                throw new DocumentRefused(Reason.TOO_LARGE, getMaxMegabytes());
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void insert(DocumentView document, byte[] bytes) {
        jdbc.sql("insert into document (id, partner_id, folder, readers, file_name, media_type, byte_count, sha256,"
                        + " uploaded_by, uploaded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        document.id(),
                        document.partnerId(),
                        document.folder(),
                        String.join(" ", new TreeSet<>(document.readers())),
                        document.fileName(),
                        document.mediaType(),
                        document.size(),
                        document.sha256(),
                        document.uploadedBy(),
                        Timestamp.from(document.uploadedAt()))
                .update();
        jdbc.sql("insert into document_content (document_id, content) values (?, ?)")
                .params(document.id(), bytes)
                .update();
    }

    private byte[] contentOf(DocumentView document) {
        return jdbc.sql("select content from document_content where document_id = ?")
                .param(document.id())
                .query((row, number) -> row.getBytes("content"))
                .single();
    }

    private static DocumentView view(ResultSet row, int number) throws SQLException {
        return new DocumentView(
                row.getString("id"),
                row.getLong("partner_id"),
                row.getString("folder"),
                Set.of(row.getString("readers").split(" ")),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("byte_count"),
                row.getString("sha256"),
                row.getString("uploaded_by"),
                row.getTimestamp("uploaded_at").toInstant());
    }

    /** Of the folders below one, as {@code like} compares: names of folders contain what it takes for a joker. */
    private static String below(String folder) {
        return folder.replaceAll("[\\\\%_]", "\\\\$0") + "/%";
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

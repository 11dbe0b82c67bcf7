package kz.intelligentplatforms.partners.cofunding;

import java.io.InputStream;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.documents.DocumentView;
import kz.intelligentplatforms.partners.documents.Documents;
import kz.intelligentplatforms.partners.platform.identity.Group;
import org.springframework.stereotype.Component;

/** The files of requests and their claims: one folder for what comes with the request, and one for each proof. */
@Component
public class CoFundingFiles {

    private static final String REQUEST = "/REQUEST";
    private static final Set<Group> READERS =
            EnumSet.of(Group.MARKETING_MANAGERS, Group.PROGRAM_MANAGERS, Group.ACCOUNT_MANAGERS, Group.FINANCE);

    private final Documents documents;

    CoFundingFiles(Documents documents) {
        this.documents = documents;
    }

    /** Whose files they are, and what they belong to: a case, or a draft of a partner. */
    public record FileHolder(long partnerId, String folder) {

        public static FileHolder draft(long partnerId, String draft) {
            return new FileHolder(partnerId, "COF-DRAFT-" + partnerId + "-" + draft);
        }

        public static FileHolder ofCase(long partnerId, String caseNumber) {
            return new FileHolder(partnerId, caseNumber);
        }
    }

    /** What came with the request, oldest first. */
    public List<DocumentView> attachments(FileHolder holder) {
        return documents.inFolder(holder.folder() + REQUEST);
    }

    /** The files of every proof, oldest first; proofs without any are there, too. */
    public Map<Proof, List<DocumentView>> proofs(FileHolder holder) {
        var folders = documents.inFolders(holder.folder());
        var files = new EnumMap<Proof, List<DocumentView>>(Proof.class);
        for (var proof : Proof.values()) {
            files.put(proof, folders.getOrDefault(holder.folder() + "/" + proof, List.of()));
        }
        return files;
    }

    /** The proofs there are files of. */
    public Set<Proof> proved(FileHolder holder) {
        return proofs(holder).entrySet().stream()
                .filter(files -> !files.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Proof.class)));
    }

    /** @throws kz.intelligentplatforms.partners.documents.DocumentRefused when it cannot be taken */
    public void attach(FileHolder holder, String fileName, InputStream content, String user) {
        documents.store(holder.partnerId(), holder.folder() + REQUEST, READERS, fileName, content, user);
    }

    /** @throws kz.intelligentplatforms.partners.documents.DocumentRefused when it cannot be taken */
    public void prove(FileHolder holder, Proof proof, String fileName, InputStream content, String user) {
        documents.store(holder.partnerId(), holder.folder() + "/" + proof, READERS, fileName, content, user);
    }

    public void detach(FileHolder holder, String document) {
        documents.remove(document, holder.folder() + REQUEST);
    }

    public void withdrawProof(FileHolder holder, Proof proof, String document) {
        documents.remove(document, holder.folder() + "/" + proof);
    }

    /** A draft is sent: its files go with it. */
    void move(FileHolder draft, FileHolder submitted) {
        documents.move(draft.folder(), submitted.folder());
    }

    /** A draft is given up: its files go, too. */
    void discard(FileHolder draft) {
        attachments(draft).forEach(file -> detach(draft, file.id()));
    }

    /** The case that a file is a proof of, where it is one; files that came with requests prove nothing. */
    static String caseProvedBy(DocumentView file) {
        var folder = file.folder();
        return folder.startsWith("COF-") && !folder.endsWith(REQUEST) ? folder.substring(0, folder.indexOf('/')) : "";
    }
}

package kz.intelligentplatforms.partners.tierupgrade;

import java.io.InputStream;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.intelligentplatforms.partners.documents.DocumentView;
import kz.intelligentplatforms.partners.documents.Documents;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.program.TargetStatus;
import org.springframework.stereotype.Component;

/** The files beside the evidence: of each draft and each case, by requirement. */
@Component
public class EvidenceFiles {

    private final Documents documents;

    EvidenceFiles(Documents documents) {
        this.documents = documents;
    }

    /** What files are for: a draft or a case. */
    public record Holder(long partnerId, String folder) {

        public static Holder draft(long partnerId, TargetStatus target) {
            return new Holder(partnerId, "DRAFT/" + partnerId + "/" + target);
        }

        public static Holder ofCase(long partnerId, String caseNumber) {
            return new Holder(partnerId, caseNumber);
        }

        private String of(Requirement requirement) {
            return folder + "/" + requirement;
        }
    }

    /** The files of every requirement, oldest first. */
    public Map<Requirement, List<DocumentView>> of(Holder holder) {
        var folders = documents.inFolders(holder.folder());
        var files = new EnumMap<Requirement, List<DocumentView>>(Requirement.class);
        for (var requirement : Requirement.values()) {
            files.put(requirement, folders.getOrDefault(holder.of(requirement), List.of()));
        }
        return files;
    }

    /** @throws kz.intelligentplatforms.partners.documents.DocumentRefused when it cannot be taken */
    public void add(Holder holder, Requirement requirement, String fileName, InputStream content, String user) {
        documents.store(holder.partnerId(), holder.of(requirement), readersOf(requirement), fileName, content, user);
    }

    public void remove(Holder holder, Requirement requirement, String document) {
        documents.remove(document, holder.of(requirement));
    }

    /** A draft is sent: its files go with it. */
    public void move(Holder draft, Holder submitted) {
        documents.move(draft.folder(), submitted.folder());
    }

    private static Set<Group> readersOf(Requirement requirement) {
        var readers = EnumSet.of(Group.ACCOUNT_MANAGERS, Group.PROGRAM_MANAGERS);
        switch (requirement) {
            case CERTIFIED_TECHNICAL_STAFF -> readers.add(Group.CERTIFICATION_MANAGERS);
            case JOINT_SOLUTIONS -> readers.add(Group.SOLUTION_ARCHITECTS);
            case SERVICE_PROGRAMS, PRODUCT_ENGINEER -> readers.add(Group.SERVICE_MANAGERS);
            case REGISTRATION, JOINT_SALES_PLAN, SALES_SPECIALIST -> {}
        }
        return readers;
    }
}

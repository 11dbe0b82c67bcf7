package kz.intelligentplatforms.partners.platform.web;

import java.util.List;
import java.util.Set;
import kz.intelligentplatforms.partners.platform.identity.Group;

/**
 * What every page knows, for {@code layout.html}.
 *
 * @param userName who is signed in; empty when nobody is
 * @param groups theirs
 * @param path of the page, without the query
 */
public record Site(String vendorName, List<Language> languages, String userName, Set<String> groups, String path) {

    /**
     * A language to switch to.
     *
     * @param link this page in that language: a query only, so that it cannot lead elsewhere
     */
    public record Language(String code, String link, boolean current) {}

    public boolean isSignedIn() {
        return !userName.isEmpty();
    }

    public boolean isPartner() {
        return groups.contains(Group.PARTNERS.id());
    }

    public boolean isStaff() {
        return isIn(Group.STAFF);
    }

    /** Works tasks in Tasklist. */
    public boolean hasTasks() {
        return isIn(Group.TASK_WORKERS) || groups.contains(Group.CAMUNDA_ADMIN.id());
    }

    /** Hands in the ERP's files of purchases. */
    public boolean handlesPurchases() {
        return isIn(Group.HANDLE_PURCHASES);
    }

    /** May ask to void or correct a recorded purchase. */
    public boolean correctsPurchases() {
        return isIn(Group.CORRECT_PURCHASES);
    }

    /** Keeps the catalogue of rewards. */
    public boolean keepsRewards() {
        return isIn(Group.KEEP_REWARDS);
    }

    /** May ask to adjust a partner's points. */
    public boolean adjustsPoints() {
        return isIn(Group.ADJUST_POINTS);
    }

    /** May check the ledger of points. */
    public boolean checksLedger() {
        return isIn(Group.CHECK_LEDGER);
    }

    /** Puts money into the funds of co-funding. */
    public boolean allocatesFunds() {
        return isIn(Group.ALLOCATE_FUNDS);
    }

    /** May give more time for a claim, or cancel an approved request for co-funding. */
    public boolean managesCoFunding() {
        return isIn(Group.MANAGE_CO_FUNDING);
    }

    /** Watches the processes in Cockpit. */
    public boolean hasCockpit() {
        return isIn(List.of(Group.MONITORS, Group.CAMUNDA_ADMIN));
    }

    /** Whether the page is {@code section} or lies below it. */
    public boolean isAt(String section) {
        return path.equals(section) || (!section.equals("/") && path.startsWith(section + "/"));
    }

    private boolean isIn(List<Group> some) {
        return some.stream().anyMatch(group -> groups.contains(group.id()));
    }
}

package kz.intelligentplatforms.partners.registration;

import static kz.intelligentplatforms.partners.platform.security.AccessTokens.Purpose.CASE_TRACKER;
import static kz.intelligentplatforms.partners.platform.security.AccessTokens.Purpose.INVITATION;

import java.util.Map;
import java.util.Objects;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.CommonEvent;
import kz.intelligentplatforms.partners.notification.Mail;
import kz.intelligentplatforms.partners.notification.Mail.MailLink;
import kz.intelligentplatforms.partners.notification.Notifications;
import kz.intelligentplatforms.partners.partner.PartnerAccounts;
import kz.intelligentplatforms.partners.partner.PartnerLevels;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.points.PointsAccounts;
import kz.intelligentplatforms.partners.program.TargetStatus;
import kz.intelligentplatforms.partners.registration.RegistrationRefused.Reason;
import kz.intelligentplatforms.partners.tierupgrade.TierUpgradeProcess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the steps of {@code partner-registration} do to the world, each in the engine's transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class RegistrationSteps {

    private static final Logger LOG = LoggerFactory.getLogger(RegistrationSteps.class);

    private final Applications applications;
    private final Partners partners;
    private final PartnerAccounts accounts;
    private final PartnerLevels levels;
    private final TierUpgradeProcess tierUpgrade;
    private final PointsAccounts points;
    private final Cases cases;
    private final Notifications notifications;

    RegistrationSteps(
            Applications applications,
            Partners partners,
            PartnerAccounts accounts,
            PartnerLevels levels,
            TierUpgradeProcess tierUpgrade,
            PointsAccounts points,
            Cases cases,
            Notifications notifications) {
        this.applications = applications;
        this.partners = partners;
        this.accounts = accounts;
        this.levels = levels;
        this.tierUpgrade = tierUpgrade;
        this.points = points;
        this.cases = cases;
        this.notifications = notifications;
    }

    /** @throws RegistrationRefused when no company can have this number */
    void checkIdentity(String number) {
        if (!find(number).details().company().identity().isValid()) {
            throw new RegistrationRefused(Reason.INVALID_IDENTITY);
        }
    }

    /**
     * Holds the company's identity for this case.
     *
     * @throws RegistrationRefused when it is a member or has another open case
     */
    void claimIdentity(String number) {
        var application = find(number);
        var identity = application.details().company().identity();
        boolean taken = applications
                .holderOf(identity.key())
                .filter(holder -> !holder.equals(number))
                .isPresent();
        if (taken || partners.isMember(identity)) {
            throw new RegistrationRefused(Reason.ALREADY_KNOWN);
        }
        application.claimIdentity();
        // Here, where the engine lets the database's refusal through as it is, and not in some later query.
        applications.flush();
    }

    void registerPartner(String number) {
        var application = find(number);
        var details = application.details();
        var partnerId = partners.register(details.company(), details.contact(), details.language());
        levels.updateBenefits(partnerId);
        cases.assignTo(number, partnerId);
        cases.moveTo(number, application.register());
        cases.record(number, Actor.SYSTEM, RegistrationEvent.REGISTERED, null);
        LOG.info("{}: partner registered", number);
    }

    void openPointsAccount(String number) {
        points.open(partnerIdOf(number));
    }

    void invite(String number) {
        var details = find(number).details();
        var opened = accounts.open(partnerIdOf(number), details.contact(), details.language());
        cases.record(number, Actor.SYSTEM, RegistrationEvent.INVITED, null);
        sendMail(
                number,
                opened.isNew() ? RegistrationMail.PARTNER_INVITED : RegistrationMail.PARTNER_WELCOMED,
                opened.isNew() ? new MailLink(INVITATION, opened.userId()) : new MailLink(CASE_TRACKER, number));
    }

    /** Goes on with the level that the application named, in the name of the invited contact. */
    void applyForLevel(String number) {
        var details = find(number).details();
        var target = TargetStatus.of(details.wishedTier()).orElseThrow();
        var contact = accounts.userIdOf(details.contact().email()).orElseThrow();
        tierUpgrade.continueRegistration(partnerIdOf(number), target, details.evidence(), contact);
    }

    void closeRejected(String number) {
        cases.moveTo(number, find(number).reject());
        sendMail(number, RegistrationMail.REGISTRATION_REJECTED);
    }

    void closeUnanswered(String number) {
        cases.moveTo(number, find(number).expire());
        cases.record(number, Actor.SYSTEM, CommonEvent.EXPIRED, null);
        sendMail(number, RegistrationMail.REGISTRATION_EXPIRED);
    }

    void closeWithdrawn(String number) {
        cases.moveTo(number, find(number).withdraw());
        cases.record(number, Actor.APPLICANT, CommonEvent.WITHDRAWN, null);
        sendMail(number, RegistrationMail.REGISTRATION_WITHDRAWN);
    }

    /** Writes to the applicant, with a link to the tracker. */
    void sendMail(String number, RegistrationMail template) {
        sendMail(number, template, new MailLink(CASE_TRACKER, number));
    }

    private void sendMail(String number, RegistrationMail template, MailLink link) {
        var view = find(number).view();
        var reason = Objects.requireNonNullElse(view.reviewReason(), "");
        notifications.send(new Mail(
                view.details().contact().email(),
                view.details().language(),
                template,
                number,
                Map.of("company", view.details().company().name(), "case", number, "reason", reason),
                link));
    }

    private long partnerIdOf(String number) {
        return cases.partnerOf(number).orElseThrow();
    }

    private RegistrationApplication find(String number) {
        return applications.findById(number).orElseThrow();
    }
}

package kz.intelligentplatforms.partners.tierupgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.program.TargetStatus;
import org.junit.jupiter.api.Test;

class TierCheckTest {

    @Test
    void aCheckIsDecidedOnce() {
        var check = check(true);
        decide(check, CheckStatus.CONFIRMED);

        assertThatIllegalStateException().isThrownBy(() -> decide(check, CheckStatus.REFUSED));
        assertThat(check.view().status()).isEqualTo(CheckStatus.CONFIRMED);
    }

    @Test
    void whatIsSentBackIsDecidedAnew() {
        var check = check(true);
        decide(check, CheckStatus.CONFIRMED);
        check.await("Сертификат не читается");
        check.reopen();
        decide(check, CheckStatus.REFUSED);

        assertThat(check.view().status()).isEqualTo(CheckStatus.REFUSED);
    }

    @Test
    void onlyWhatIsAwaitedIsOpenedAgain() {
        var check = check(false);
        check.reopen();

        assertThatIllegalStateException().isThrownBy(check::reopen);
    }

    private static void decide(TierCheck check, CheckStatus outcome) {
        check.decide(outcome, "checker", Instant.EPOCH, null, null);
    }

    private static TierCheck check(boolean evidenceGiven) {
        var application = new TierApplication("TUP-2026-000001", 1, TargetStatus.PROFESSIONAL_RESELLER, Instant.EPOCH);
        return new TierCheck(application, Requirement.CERTIFIED_TECHNICAL_STAFF, evidenceGiven);
    }
}

package kz.intelligentplatforms.partners.funds;

/** What is reserved and paid would be more than what is allocated. */
public class FundTooSmall extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FundView fund;

    FundTooSmall(FundView fund) {
        super("Fund " + fund.id() + " has " + fund.available() + " left");
        this.fund = fund;
    }

    /** The fund as it stands. */
    public FundView fund() {
        return fund;
    }
}

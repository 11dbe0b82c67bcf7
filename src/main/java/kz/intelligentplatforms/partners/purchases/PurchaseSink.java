package kz.intelligentplatforms.partners.purchases;

/** Who hears what a file says, as it is read. */
interface PurchaseSink {

    void take(PurchaseLine line) throws UnreadableFile;

    /** A line that is no purchase, though it should be one. */
    void refuse(Violation flaw);

    /**
     * A document that is no purchase, and need not be one.
     *
     * @param name of its operation where that is the reason, else its number
     */
    default void leaveOut(LeftOut reason, String name) {}

    /** Something people should know before they record the file. */
    default void warn(ImportReport.Warning warning) {}

    /** Whether there is no use in reading further. */
    default boolean isFull() {
        return false;
    }
}

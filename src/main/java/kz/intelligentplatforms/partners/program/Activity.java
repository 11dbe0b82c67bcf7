package kz.intelligentplatforms.partners.program;

/** What partners do to market the vendor's products, as co-funding tells it apart. */
public enum Activity {
    EVENT,
    EXHIBITION,
    ADVERTISING,
    WEBINAR,
    PRINT,
    OTHER
}

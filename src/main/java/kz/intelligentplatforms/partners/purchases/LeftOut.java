package kz.intelligentplatforms.partners.purchases;

/** Why a document of a file is no purchase; people read of it in the warning of the same name. */
enum LeftOut {
    /** It is neither a sale nor a return. */
    OPERATION_LEFT_OUT,
    NOT_POSTED,
    /** Somebody marked it to be deleted. */
    DELETED,
    CANCELLED;

    ImportReport.Warning.Kind warning() {
        return ImportReport.Warning.Kind.valueOf(name());
    }
}

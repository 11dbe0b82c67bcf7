package kz.intelligentplatforms.partners.documents;

import kz.intelligentplatforms.partners.platform.web.Refused;

/** A file that is not stored; nothing has been changed. */
public class DocumentRefused extends Refused {

    private static final long serialVersionUID = 1L;

    /** Why; the text is the message {@code documents.refused.<reason>}, with the limit that was passed, if any. */
    public enum Reason {
        EMPTY,
        /** The limit is in megabytes. */
        TOO_LARGE,
        /** The folder is full; the limit is a number of files. */
        TOO_MANY,
        /** By its content it is of no type that is taken. */
        UNKNOWN_TYPE,
        /** The name promises another type than the content has. */
        OTHER_TYPE,
        /** It cannot be read as what it begins like. */
        DAMAGED,
        /** It can be read as something else as well, or hides something behind its end. */
        AMBIGUOUS,
        /** An Office document with macros. */
        MACROS,
        /** A PDF that runs something. */
        SCRIPTS,
        /** It opens with a password only. */
        PROTECTED,
        /** A document with other files in it. */
        EMBEDDED_FILES,
        /** What it unpacks to, or its picture, is out of all proportion. */
        EXPANDS_TOO_MUCH
    }

    DocumentRefused(Reason reason, Object... words) {
        super("documents.refused.", reason, words);
    }
}

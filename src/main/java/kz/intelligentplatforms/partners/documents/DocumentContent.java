package kz.intelligentplatforms.partners.documents;

/** A stored file with its content. */
public record DocumentContent(DocumentView document, byte[] bytes) {}

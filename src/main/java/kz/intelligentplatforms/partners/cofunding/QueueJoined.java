package kz.intelligentplatforms.partners.cofunding;

/** A request begins to wait for money; told within the transaction that made it so. */
record QueueJoined(String caseNumber) {}

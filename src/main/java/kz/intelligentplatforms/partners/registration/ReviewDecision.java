package kz.intelligentplatforms.partners.registration;

/** What a reviewer can answer; the model's gateway asks for these words. */
enum ReviewDecision {
    APPROVE,
    RETURN,
    REJECT
}

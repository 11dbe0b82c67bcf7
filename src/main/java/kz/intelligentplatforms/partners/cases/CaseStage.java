package kz.intelligentplatforms.partners.cases;

/**
 * Where cases of one kind can stand: an enum of its module. Texts are the messages {@code case.<kind>.stage.<name>} and
 * {@code .next}.
 */
public interface CaseStage {

    String name();
}

package kz.intelligentplatforms.partners.registration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.partner.NameKey;
import kz.intelligentplatforms.partners.partner.PartnerView;
import kz.intelligentplatforms.partners.partner.Partners;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.springframework.stereotype.Component;

/** Finds members and other applications that look like an applicant: a hint for the reviewer, never a decision. */
@Component
class LookalikeSearch {

    private final Partners partners;
    private final Applications applications;
    private final RegistrationSettings settings;
    private final Texts texts;

    LookalikeSearch(Partners partners, Applications applications, RegistrationSettings settings, Texts texts) {
        this.partners = partners;
        this.applications = applications;
        this.settings = settings;
        this.texts = texts;
    }

    /** Who looks like the applicant: {@code text} is all that is alike, {@code label} and {@code link} lead there. */
    record Hint(String text, String label, String link) {}

    /** One a lookalike, in the reader's language. */
    List<Hint> of(RegistrationView view) {
        var company = view.details().company();
        var contact = view.details().contact();
        var found = new LinkedHashMap<Lookalike, List<String>>();
        note(
                found,
                "hint.similar-name",
                partners.withSimilarName(company.name()),
                applications.withSimilarName(NameKey.of(company.name()), view.caseNumber()));
        note(
                found,
                "hint.same-phone",
                partners.withPhone(company.phone()),
                applications.withPhone(company.phone(), view.caseNumber()));
        if (!settings.publicMailDomains().contains(contact.mailDomain())) {
            note(
                    found,
                    "hint.same-mail-domain",
                    partners.withMailDomain(contact.mailDomain()),
                    applications.withMailDomain(contact.mailDomain(), view.caseNumber()));
        }
        return found.entrySet().stream()
                .map(hint -> new Hint(
                        String.join(", ", hint.getValue()),
                        hint.getKey().label(),
                        hint.getKey().link()))
                .toList();
    }

    private void note(
            Map<Lookalike, List<String>> found,
            String what,
            List<PartnerView> members,
            List<RegistrationApplication> others) {
        Stream.concat(members.stream().map(this::member), others.stream().map(this::application))
                .forEach(lookalike -> found.computeIfAbsent(lookalike, key -> new ArrayList<>())
                        .add(texts.get(what)));
    }

    private Lookalike member(PartnerView partner) {
        return new Lookalike(texts.get("hint.partner", partner.company().name()), "/staff/partners/" + partner.id());
    }

    private Lookalike application(RegistrationApplication application) {
        return new Lookalike(
                texts.get("hint.application", application.details().company().name(), application.getId()),
                "/staff/cases/" + application.getId());
    }

    private record Lookalike(String label, String link) {}
}

package kz.intelligentplatforms.partners.registration;

import java.util.Set;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.platform.validation.DomainName;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param publicMailDomains where an address says nothing of the company; may be written in any letters */
@ConfigurationProperties("program.registration")
record RegistrationSettings(Set<String> publicMailDomains) {

    RegistrationSettings {
        publicMailDomains = publicMailDomains.stream()
                .map(domain -> DomainName.toAscii(domain).orElse(domain))
                .collect(Collectors.toUnmodifiableSet());
    }
}

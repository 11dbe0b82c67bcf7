package kz.intelligentplatforms.partners.documents.web;

import static kz.intelligentplatforms.partners.platform.identity.AccessRule.only;

import java.util.Arrays;
import kz.intelligentplatforms.partners.documents.DocumentSettings;
import kz.intelligentplatforms.partners.platform.identity.AccessRules;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.web.RequestLimit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Files are for partners and staff; which of them, each file says. */
@Configuration(proxyBeanMethods = false)
class DocumentsSite {

    @Bean
    AccessRules documentsAccess() {
        var partnersAndStaff = Arrays.stream(Group.values())
                .filter(group -> group == Group.PARTNERS || Group.STAFF.contains(group))
                .toList();
        return AccessRules.of(only(partnersAndStaff, "/documents/**").to(HttpMethod.GET));
    }

    @Bean
    RequestLimit filesOfPartners(DocumentSettings settings) {
        return RequestLimit.ofFile("/portal", settings.maxSize());
    }
}

package kz.intelligentplatforms.partners.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import kz.intelligentplatforms.partners.platform.identity.Group;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Leads to the page that was asked for, otherwise to where this person works. */
class HomeAfterSignIn extends SavedRequestAwareAuthenticationSuccessHandler {

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        return homeOf(AuthorityUtils.authorityListToSet(authentication.getAuthorities()));
    }

    static String homeOf(Set<String> groups) {
        if (groups.contains(Group.PARTNERS.id())) {
            return "/portal";
        }
        if (Group.TASK_WORKERS.stream().anyMatch(group -> groups.contains(group.id()))) {
            return "/camunda/app/tasklist/default/";
        }
        return groups.contains(Group.MONITORS.id()) ? "/camunda/app/cockpit/default/" : "/staff/partners";
    }
}

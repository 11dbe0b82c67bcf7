package kz.intelligentplatforms.partners.platform.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import kz.intelligentplatforms.partners.platform.identity.Group;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Begins the session, and leads to the page that was asked for, otherwise to where this person works. */
class HomeAfterSignIn extends SavedRequestAwareAuthenticationSuccessHandler {

    private final AccountStillValid account;

    HomeAfterSignIn(AccountStillValid account) {
        this.account = account;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        account.begin(request.getSession(), authentication.getName());
        super.onAuthenticationSuccess(request, response, authentication);
    }

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

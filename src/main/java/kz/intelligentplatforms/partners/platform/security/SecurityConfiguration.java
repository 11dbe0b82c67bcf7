package kz.intelligentplatforms.partners.platform.security;

import static kz.intelligentplatforms.partners.platform.identity.AccessRule.everybody;
import static kz.intelligentplatforms.partners.platform.identity.AccessRule.only;
import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import kz.intelligentplatforms.partners.platform.engine.StartForms;
import kz.intelligentplatforms.partners.platform.identity.Access;
import kz.intelligentplatforms.partners.platform.identity.AccessRules;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import kz.intelligentplatforms.partners.platform.identity.Group;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.session.SessionProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Every door: how one signs in there, and that {@link Access} is asked who may go through. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";

    /** What belongs to no module; each module says the same of its own. */
    @Bean
    AccessRules platformAccess() {
        return AccessRules.of(
                everybody("/error"),
                everybody("/webjars/**"),
                everybody("/assets/**"),
                everybody("/favicon.ico"),
                everybody("/v3/api-docs/**"),
                everybody("/actuator/health/**"),
                only(List.of(Group.MONITORS, Group.CAMUNDA_ADMIN), "/actuator/**"),
                only(List.of(Group.ERP), "/api/**"));
    }

    private static AuthorizationManager<RequestAuthorizationContext> byRule(Access access) {
        return (who, asked) -> new AuthorizationDecision(access.admits(
                asked.getRequest(), AuthorityUtils.authorityListToSet(who.get().getAuthorities())));
    }

    /** Machines: no session, so no cookie that another site could ride on, so no CSRF token. */
    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http, AuthenticationProvider engine, Access access) throws Exception {
        return http.securityMatcher("/api/**", "/actuator/**", "/v3/api-docs/**", "/v3/api-docs")
                .authenticationProvider(engine)
                .authorizeHttpRequests(requests -> requests.anyRequest().access(byRule(access)))
                .httpBasic(withDefaults())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /**
     * The engine's webapps. They bring a CSRF protection and a content policy of their own; their sign-out ends the one session
     * there is.
     */
    @Bean
    @Order(2)
    SecurityFilterChain webapps(HttpSecurity http, AuthenticationProvider engine, AccountStillValid account)
            throws Exception {
        return http.securityMatcher(WebappPaths::isWebapp)
                .addFilterAfter(account, SecurityContextHolderFilter.class)
                .authenticationProvider(engine)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .anyRequest()
                                .hasAnyAuthority(Group.ids(Group.STAFF)))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(new WebappEntryPoint()))
                .logout(logout -> logout.logoutRequestMatcher(WebappPaths::isSignOut)
                        .logoutSuccessHandler((request, response, who) -> response.setStatus(204)))
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin())
                        .cacheControl(cache -> cache.disable())
                        .addHeaderWriter(SecurityConfiguration::cacheWebapps)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** The webapps' large scripts are asked for again, but only sent again when they changed; answers are never kept. */
    private static void cacheWebapps(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, WebappPaths.isApi(request) ? "no-store" : "no-cache");
        }
    }

    /** Portal, staff pages and everything public. */
    @Bean
    @Order(3)
    SecurityFilterChain pages(
            HttpSecurity http, AuthenticationProvider engine, AccountStillValid account, Access access)
            throws Exception {
        var closed = new ClosedDoors(access);
        return http.addFilterAfter(account, SecurityContextHolderFilter.class)
                .authenticationProvider(engine)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .anyRequest()
                                .access(byRule(access)))
                .formLogin(login -> login.loginPage("/login").successHandler(new HomeAfterSignIn(account)))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(closed).accessDeniedHandler(closed))
                .requestCache(cache -> cache.requestCache(PageEntryPoint.askedFor()))
                .logout(logout -> logout.logoutSuccessUrl("/login?logout").deleteCookies("SESSION"))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        // The tracker's address is a secret: it must not travel to other sites.
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()")))
                .build();
    }

    @Bean
    AccountStillValid accountStillValid(Accounts accounts, ProgramSettings settings, SessionProperties sessions) {
        return new AccountStillValid(
                accounts::markOf,
                sessions.getTimeout(),
                settings.sessions().absolute(),
                settings.sessions().unnoticed(),
                InstantSource.system());
    }

    /** Only within Spring Security, behind what loads the session's user. */
    @Bean
    FilterRegistrationBean<AccountStillValid> notForEveryRequest(AccountStillValid account) {
        var registration = new FilterRegistrationBean<>(account);
        registration.setEnabled(false);
        return registration;
    }

    /** Hands the one session's user to the webapps, behind Spring Security's own filters. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappAuthentication() {
        var registration = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.addInitParameter("authentication-provider", SessionUser.class.getName());
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(201);
        return registration;
    }

    /** Around all that the webapps do to a page. */
    @Bean
    FilterRegistrationBean<OneNonce> oneNonce() {
        var registration = new FilterRegistrationBean<>(new OneNonce());
        registration.addUrlPatterns("/camunda/app/*");
        registration.setOrder(199);
        return registration;
    }

    /** Before the webapps' REST interface, behind the authentication of its user. */
    @Bean
    FilterRegistrationBean<WebappGuard> webappGuard(TaskDoor tasks, StartForms startForms, WebappAnswers answers) {
        var registration = new FilterRegistrationBean<>(new WebappGuard(tasks, startForms, answers));
        registration.addUrlPatterns("/camunda/api/*");
        registration.setOrder(200);
        return registration;
    }
}

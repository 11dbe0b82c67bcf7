package kz.intelligentplatforms.partners.rewards.web;

import static kz.intelligentplatforms.partners.platform.identity.AccessRule.only;

import java.util.List;
import kz.intelligentplatforms.partners.platform.identity.AccessRules;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Rewards: who keeps their catalogue. */
@Configuration(proxyBeanMethods = false)
class RewardsSite {

    static final List<Group> KEEP = List.of(Group.PROGRAM_MANAGERS, Group.CAMUNDA_ADMIN);

    @Bean
    AccessRules rewardsAccess() {
        return AccessRules.of(only(KEEP, "/staff/rewards/**"));
    }

    @Bean
    NavigationEntry toRewards() {
        return new NavigationEntry(50, "/staff/rewards", "rewards.nav");
    }
}

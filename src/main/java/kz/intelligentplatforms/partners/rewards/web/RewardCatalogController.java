package kz.intelligentplatforms.partners.rewards.web;

import java.security.Principal;
import java.util.Map;
import kz.intelligentplatforms.partners.platform.web.FormErrors;
import kz.intelligentplatforms.partners.platform.web.SeeOther;
import kz.intelligentplatforms.partners.rewards.RewardChanged;
import kz.intelligentplatforms.partners.rewards.RewardRequest;
import kz.intelligentplatforms.partners.rewards.RewardView;
import kz.intelligentplatforms.partners.rewards.Rewards;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The catalogue of rewards for the program managers, who keep it. */
@Controller
class RewardCatalogController {

    private final Rewards rewards;
    private final FormErrors errors;

    RewardCatalogController(Rewards rewards, FormErrors errors) {
        this.rewards = rewards;
        this.errors = errors;
    }

    @GetMapping("/staff/rewards")
    String list(Model model) {
        model.addAttribute("rewards", rewards.all());
        return "rewards/catalog";
    }

    @GetMapping("/staff/rewards/new")
    ModelAndView blank() {
        return page(null, RewardRequest.EMPTY, Map.of(), HttpStatus.OK);
    }

    @PostMapping("/staff/rewards/new")
    ModelAndView add(RewardRequest typed, Principal user) {
        var errors = this.errors.of(typed);
        if (!errors.isEmpty()) {
            return page(null, typed, errors, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        rewards.add(typed, user.getName());
        return SeeOther.at("/staff/rewards?saved");
    }

    @GetMapping("/staff/rewards/{id:[0-9]{1,18}}")
    ModelAndView edit(@PathVariable long id) {
        var reward = find(id);
        return page(reward, RewardRequest.of(reward), Map.of(), HttpStatus.OK);
    }

    /** @param version the one the form was filled with */
    @PostMapping("/staff/rewards/{id:[0-9]{1,18}}")
    ModelAndView change(@PathVariable long id, @RequestParam int version, RewardRequest typed, Principal user) {
        var errors = this.errors.of(typed);
        if (!errors.isEmpty()) {
            return page(find(id), typed, errors, HttpStatus.UNPROCESSABLE_ENTITY)
                    .addObject("version", version);
        }
        find(id);
        try {
            rewards.change(id, version, typed, user.getName());
            return SeeOther.at("/staff/rewards?saved");
        } catch (RewardChanged e) {
            // With the version that is shown beside what was typed: whoever saves again has seen it.
            return page(find(id), typed, Map.of(), HttpStatus.CONFLICT).addObject("changed", true);
        }
    }

    @PostMapping("/staff/rewards/{id:[0-9]{1,18}}/offer")
    ModelAndView offer(@PathVariable long id, @RequestParam boolean offered, Principal user) {
        rewards.offer(find(id).id(), offered, user.getName());
        return SeeOther.at("/staff/rewards?saved");
    }

    /** The same form in another language, with everything that was typed; {@code id} is empty for a new reward. */
    @PostMapping("/staff/rewards/language")
    ModelAndView translate(
            @RequestParam(required = false) @Nullable Long id,
            @RequestParam(required = false) @Nullable Integer version,
            RewardRequest typed) {
        var page = page(id == null ? null : find(id), typed, Map.of(), HttpStatus.OK);
        return version == null ? page : page.addObject("version", version);
    }

    /** A form's address, opened by hand or reloaded. */
    @GetMapping({"/staff/rewards/language", "/staff/rewards/{id:[0-9]{1,18}}/offer"})
    ModelAndView back() {
        return SeeOther.at("/staff/rewards");
    }

    private RewardView find(long id) {
        return rewards.byId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView page(
            @Nullable RewardView reward, RewardRequest form, Map<String, String> errors, HttpStatus status) {
        return new ModelAndView("rewards/reward", status)
                .addObject("reward", reward)
                .addObject("version", reward == null ? null : reward.version())
                .addObject("form", form)
                .addObject("errors", errors)
                .addObject("maxDescription", RewardRequest.MAX_DESCRIPTION);
    }
}

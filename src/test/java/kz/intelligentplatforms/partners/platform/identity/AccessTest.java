package kz.intelligentplatforms.partners.platform.identity;

import static kz.intelligentplatforms.partners.platform.identity.AccessRule.everybody;
import static kz.intelligentplatforms.partners.platform.identity.AccessRule.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;

class AccessTest {

    /** In an order that is none: what says most counts, wherever it stands. */
    private final Access access = new Access(List.of(
            AccessRules.of(only(List.of(Group.FINANCE, Group.MONITORS), "/staff/**"), everybody("/")),
            AccessRules.of(
                    only(List.of(Group.FINANCE), "/staff/funds/**").to(HttpMethod.POST),
                    only(List.of(Group.MONITORS), "/staff/funds/closed"),
                    everybody("/partners/**"))));

    @ParameterizedTest
    @CsvSource({
        "GET, /, , true",
        "GET, /partners, , true",
        "GET, /partners/7, , true",
        "GET, /partnersx, finance, false",
        "GET, /elsewhere, finance, false",
        "GET, /staff, , false",
        "GET, /staff, finance, true",
        "GET, /staff, partners, false",
        "GET, /staff/funds, monitors, true",
        "POST, /staff/funds, monitors, false",
        "POST, /staff/funds/7, finance, true",
        "POST, /staff/funds/closed, finance, false",
        "POST, /staff/funds/closed, monitors, true"
    })
    void whatSaysMostOfAnAddressCounts(String method, String path, String group, boolean admitted) {
        var groups = group == null ? Set.<String>of() : Set.of(group);
        assertThat(access.admits(HttpMethod.valueOf(method), path, groups)).isEqualTo(admitted);
        assertThat(access.admits(new MockHttpServletRequest(method, path), groups))
                .isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource({"/staff/funds, false", "/elsewhere, true"})
    void whereThereIsADoorForSomebodyIsNotNowhere(String path, boolean nowhere) {
        assertThat(access.isNowhere(new MockHttpServletRequest("DELETE", path))).isEqualTo(nowhere);
    }

    @Test
    void theSameAddressIsNotSpokenOfTwice() {
        var rules = AccessRules.of(everybody("/partners"));
        assertThatIllegalStateException()
                .isThrownBy(() -> new Access(List.of(rules, rules)))
                .withMessageContaining("/partners");
    }
}

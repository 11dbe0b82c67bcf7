package kz.intelligentplatforms.partners.cofunding;

import java.util.List;

/**
 * Something that the rules of co-funding say against a request or a claim.
 *
 * @param field the name of the form's field it is about
 * @param text its message's key, with the words it takes; sums and shares are numbers, days are days
 */
public record CoFundingViolation(String field, String text, List<Object> words) {

    static CoFundingViolation of(String field, String text, Object... words) {
        return new CoFundingViolation(field, text, List.of(words));
    }
}

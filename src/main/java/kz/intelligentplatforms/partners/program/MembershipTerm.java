package kz.intelligentplatforms.partners.program;

import java.time.LocalDate;

/** A term of membership: from the day of registration to the end of the calendar year, both days included (program.md, "Term"). */
public record MembershipTerm(LocalDate startsOn, LocalDate endsOn) {

    /** The term of a partner registered on {@code day}, a day in the program's time zone. */
    public static MembershipTerm startingOn(LocalDate day) {
        return new MembershipTerm(day, LocalDate.of(day.getYear(), 12, 31));
    }

    public boolean includes(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }
}

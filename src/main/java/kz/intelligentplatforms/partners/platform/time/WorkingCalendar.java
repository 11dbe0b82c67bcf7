package kz.intelligentplatforms.partners.platform.time;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import java.util.stream.Collectors;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import org.springframework.stereotype.Component;

/** Working days of Kazakhstan: the calendar library's holidays, and what the settings add to them. */
@Component
public class WorkingCalendar {

    private final HolidayManager holidays =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.KAZAKHSTAN));
    private final ProgramSettings.Calendar settings;
    private final Set<MonthDay> yearlyHolidays;

    WorkingCalendar(ProgramSettings settings) {
        this.settings = settings.calendar();
        this.yearlyHolidays = this.settings.holidays().stream()
                .map(day -> MonthDay.parse("--" + day))
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean isWorkingDay(LocalDate day) {
        if (settings.workingDays().contains(day)) {
            return true;
        }
        return day.getDayOfWeek() != SATURDAY
                && day.getDayOfWeek() != SUNDAY
                && !settings.daysOff().contains(day)
                && !yearlyHolidays.contains(MonthDay.from(day))
                && !holidays.isHoliday(day);
    }

    /**
     * The day on which {@code days} whole working days after {@code from} have passed; {@code from} itself is not counted.
     *
     * @throws IllegalArgumentException when {@code days} is not positive
     */
    public LocalDate plusWorkingDays(LocalDate from, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("At least one working day, not " + days);
        }
        var day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }
}

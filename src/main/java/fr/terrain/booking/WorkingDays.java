package fr.terrain.booking;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** The days on which offices work (jours ouvrés): Monday to Friday, less the public holidays of metropolitan France. */
public final class WorkingDays {
    private static final HolidayManager FRANCE =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.FRANCE));

    private WorkingDays() {}

    static boolean isWorking(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !FRANCE.isHoliday(day);
    }

    /** This day, or the first working day after it. */
    static LocalDate from(LocalDate day) {
        LocalDate working = day;
        while (!isWorking(working)) working = working.plusDays(1);
        return working;
    }

    /** The last of so many working days after this one, which does not count itself. */
    static LocalDate after(LocalDate day, int count) {
        LocalDate last = day;
        for (int i = 0; i < count; i++) last = from(last.plusDays(1));
        return last;
    }
}

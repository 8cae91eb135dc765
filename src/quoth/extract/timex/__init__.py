"""Time expressions in the making: words, rules, dates, periods, stretches, weekdays, lengths, clocks, the calendar and the almanac."""

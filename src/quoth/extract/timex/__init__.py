"""Time expressions in the making: words, rules, dates, stretches, lengths, and the calendar."""

"""Quantities in the making: where numbers stand, what they count or measure, ages, and what befell the people counted."""

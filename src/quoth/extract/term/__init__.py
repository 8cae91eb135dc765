"""Definitions in the making: what words are said to mean, and what else a thing is called."""

"""Statements in the making: cues, and the source and content that belong to each."""

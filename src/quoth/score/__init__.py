"""Alignment of found with gold, metrics, the quality gate."""

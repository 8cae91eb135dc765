"""Attributions from a model that the user names: the question, reading its answer, and finding the answered words in the article."""

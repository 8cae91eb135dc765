"""One frozen page per question that a reader asks, built from the store's read-only view: the only source for commands and report."""

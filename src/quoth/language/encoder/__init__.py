"""The statement encoder: a small network that places each statement so that those which bear on one claim lie near each other."""

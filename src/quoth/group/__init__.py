"""Documents about the same run of events: stories."""

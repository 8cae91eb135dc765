"""What was written to teach where a passage stands on a claim."""

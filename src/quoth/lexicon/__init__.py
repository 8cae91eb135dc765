"""Word lists as data files (`*.tsv`), one loader a file."""

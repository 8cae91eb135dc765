"""The ledger in other people's formats: rows of the export contract as JSON Lines and CSV, and the report as HTML and Markdown."""

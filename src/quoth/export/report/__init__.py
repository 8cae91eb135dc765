"""The report: one self-contained page of HTML, or a shorter one of Markdown."""

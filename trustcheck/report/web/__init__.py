"""The same outline as one page for a browser: real headings and tables, charts as vectors. Nothing is said anew."""

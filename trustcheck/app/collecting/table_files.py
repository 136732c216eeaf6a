"""What the names of files end with that may be tables of answers."""

READ = (".csv", ".tsv", ".txt", ".xlsx", ".ods", ".json", ".jsonl")
"""Those that are read."""
NAMED = (".xls", ".zip")
"""Those of which is said what they are, and what to do with them."""

"""What the names of files end with that may hold answers."""

READ = (".csv", ".tsv", ".txt", ".xlsx", ".ods", ".json", ".jsonl")
"""Tables that are read."""
NAMED = (".xls", ".zip")
"""Tables of which is said what they are, and what to do with them."""
REPLY_ENDING = ".trustreply"
"""Sealed replies from pages that were answered in a browser."""

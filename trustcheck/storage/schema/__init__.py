"""The tables, and the way to them from older ones."""

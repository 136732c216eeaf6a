"""A written policy that comes in as a file: its text, read in a program of its own, hostile until looked through."""

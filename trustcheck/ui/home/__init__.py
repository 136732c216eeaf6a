"""The first page of all, and the checks of an open file."""

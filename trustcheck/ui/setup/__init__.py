"""A new check for several people."""

"""The tables, and how rows go into them by the thousand."""
